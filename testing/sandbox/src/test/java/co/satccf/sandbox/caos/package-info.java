@NullMarked
package co.satccf.sandbox.caos;

import org.jspecify.annotations.NullMarked;
