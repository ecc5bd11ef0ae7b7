/**
 * The simulated Ministry: an independent judge of what is sent. Its fields, lengths, permitted
 * values and codes are typed here from the public knowledge of the SAT protocol; nothing of {@code
 * co.satccf.model} may be imported.
 */
@NullMarked
package co.satccf.sandbox.ministerio;

import org.jspecify.annotations.NullMarked;
