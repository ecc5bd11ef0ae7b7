@NullMarked
package co.satccf.novedades;

import org.jspecify.annotations.NullMarked;
