@NullMarked
package co.satccf.model.contrato;

import org.jspecify.annotations.NullMarked;
