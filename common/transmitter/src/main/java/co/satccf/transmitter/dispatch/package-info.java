@NullMarked
package co.satccf.transmitter.dispatch;

import org.jspecify.annotations.NullMarked;
