@NullMarked
package co.satccf.afiliacion;

import org.jspecify.annotations.NullMarked;
