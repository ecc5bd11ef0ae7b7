@NullMarked
package co.satccf.sandbox.reloj;

import org.jspecify.annotations.NullMarked;
