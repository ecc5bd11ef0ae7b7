@NullMarked
package co.satccf.token;

import org.jspecify.annotations.NullMarked;
