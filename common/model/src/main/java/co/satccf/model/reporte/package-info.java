/**
 * The seven reports as typed records. Leaf values are text exactly as the ERP gave it, so that a
 * wrong value is a glosa and never a parsing failure.
 */
@NullMarked
package co.satccf.model.reporte;

import org.jspecify.annotations.NullMarked;
