@NullMarked
package co.satccf.token.api;

import org.jspecify.annotations.NullMarked;
