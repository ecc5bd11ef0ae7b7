/** The only keeper of the Ministry credentials: one live token per ClientID. */
@NullMarked
package co.satccf.token;

import org.jspecify.annotations.NullMarked;
