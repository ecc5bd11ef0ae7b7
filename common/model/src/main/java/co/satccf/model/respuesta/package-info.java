@NullMarked
package co.satccf.model.respuesta;

import org.jspecify.annotations.NullMarked;
