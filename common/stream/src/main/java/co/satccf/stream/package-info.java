@NullMarked
package co.satccf.stream;

import org.jspecify.annotations.NullMarked;
