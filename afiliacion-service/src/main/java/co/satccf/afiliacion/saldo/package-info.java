@NullMarked
package co.satccf.afiliacion.saldo;

import org.jspecify.annotations.NullMarked;
