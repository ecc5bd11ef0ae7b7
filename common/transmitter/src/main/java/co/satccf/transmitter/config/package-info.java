@NullMarked
package co.satccf.transmitter.config;

import org.jspecify.annotations.NullMarked;
