@NullMarked
package co.satccf.model.reporte;

import org.jspecify.annotations.NullMarked;
