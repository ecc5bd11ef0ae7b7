/** Work for the suite, offered at a rate, and what became of it. */
@NullMarked
package co.satccf.bench.carga;

import org.jspecify.annotations.NullMarked;
