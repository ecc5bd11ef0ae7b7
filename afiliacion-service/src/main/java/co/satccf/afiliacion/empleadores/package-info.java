@NullMarked
package co.satccf.afiliacion.empleadores;

import org.jspecify.annotations.NullMarked;
