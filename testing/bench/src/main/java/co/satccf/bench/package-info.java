/** {@code ./sat bench}: one class for each thing that is measured. */
@NullMarked
package co.satccf.bench;

import org.jspecify.annotations.NullMarked;
