/** Reading of the Ministry's answers. */
@NullMarked
package co.satccf.model.respuesta;

import org.jspecify.annotations.NullMarked;
