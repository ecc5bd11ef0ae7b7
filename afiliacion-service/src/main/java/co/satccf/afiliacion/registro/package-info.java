@NullMarked
package co.satccf.afiliacion.registro;

import org.jspecify.annotations.NullMarked;
