@NullMarked
package co.satccf.transmitter.outbox;

import org.jspecify.annotations.NullMarked;
