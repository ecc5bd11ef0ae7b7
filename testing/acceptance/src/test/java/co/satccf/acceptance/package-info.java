/** Whole-system tests on the packaged services, judged by the simulated Ministry's ledger. */
@NullMarked
package co.satccf.acceptance;

import org.jspecify.annotations.NullMarked;
