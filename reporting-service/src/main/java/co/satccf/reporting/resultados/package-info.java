/** From the topic of outcomes into tables: read, drop what is not newer, keep the place. */
@NullMarked
package co.satccf.reporting.resultados;

import org.jspecify.annotations.NullMarked;
