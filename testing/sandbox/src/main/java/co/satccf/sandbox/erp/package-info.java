/** A synthetic affiliation ERP: seeded, deterministic, with everything that goes wrong in a real one. */
@NullMarked
package co.satccf.sandbox.erp;

import org.jspecify.annotations.NullMarked;
