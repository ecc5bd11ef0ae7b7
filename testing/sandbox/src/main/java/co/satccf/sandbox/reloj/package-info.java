/**
 * Clocks that jump: an agent for the packaged services, which know nothing of it. It is loaded from
 * a jar of its own and uses the JDK alone.
 */
@NullMarked
package co.satccf.sandbox.reloj;

import org.jspecify.annotations.NullMarked;
