/** When a token is asked for, by whom, and when not (rules 17 and 18). */
@NullMarked
package co.satccf.token.renewal;

import org.jspecify.annotations.NullMarked;
