/** The page of uploads: send a file, see what is wrong in it, publish it. */
@NullMarked
package co.satccf.reporting.consola.cargas;

import org.jspecify.annotations.NullMarked;
