/** What came in broken, and what people do with it. */
@NullMarked
package co.satccf.reporting.consola.cuarentena;

import org.jspecify.annotations.NullMarked;
