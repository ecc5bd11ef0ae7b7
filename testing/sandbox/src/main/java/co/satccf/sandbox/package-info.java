@NullMarked
package co.satccf.sandbox;

import org.jspecify.annotations.NullMarked;
