/** What is personal stands encrypted in the store: how it gets there, and how it is opened. */
@NullMarked
package co.satccf.transmitter.resguardo;

import org.jspecify.annotations.NullMarked;
