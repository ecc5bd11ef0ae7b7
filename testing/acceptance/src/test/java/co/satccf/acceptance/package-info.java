/** Whole-system tests on the packaged services, and the borders between the modules. */
@NullMarked
package co.satccf.acceptance;

import org.jspecify.annotations.NullMarked;
