@NullMarked
package co.satccf.token.health;

import org.jspecify.annotations.NullMarked;
