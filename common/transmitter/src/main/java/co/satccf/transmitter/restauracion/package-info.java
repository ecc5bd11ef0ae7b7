/**
 * After a restore (rule 16): what the topics know and the store has lost is learnt again before
 * anything is sent.
 */
@NullMarked
package co.satccf.transmitter.restauracion;

import org.jspecify.annotations.NullMarked;
