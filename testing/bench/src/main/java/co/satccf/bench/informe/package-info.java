/** What was measured: figures, goals, the table and the JSON. */
@NullMarked
package co.satccf.bench.informe;

import org.jspecify.annotations.NullMarked;
