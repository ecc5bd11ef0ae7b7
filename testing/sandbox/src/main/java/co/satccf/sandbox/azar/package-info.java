/** Bad input by the thousand, from a seed. */
@NullMarked
package co.satccf.sandbox.azar;

import org.jspecify.annotations.NullMarked;
