@NullMarked
package co.satccf.token.config;

import org.jspecify.annotations.NullMarked;
