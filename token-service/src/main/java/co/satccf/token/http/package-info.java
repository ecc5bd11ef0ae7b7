/** The HTTP API the transmitters use. */
@NullMarked
package co.satccf.token.http;

import org.jspecify.annotations.NullMarked;
