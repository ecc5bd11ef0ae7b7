/**
 * {@code ./sat chaos}: the local platform under faults drawn from a seed, judged by the ledger.
 * {@link co.satccf.sandbox.caos.Plan} says what happens when; each kind of fault is a {@link
 * co.satccf.sandbox.caos.Golpe}.
 */
@NullMarked
package co.satccf.sandbox.caos;

import org.jspecify.annotations.NullMarked;
