@NullMarked
package co.satccf.model.evento;

import org.jspecify.annotations.NullMarked;
