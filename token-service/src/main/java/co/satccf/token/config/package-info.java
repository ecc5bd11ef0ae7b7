/**
 * What the fund configures: the Ministry's address, the credentials, one ClientID per service, the
 * pace.
 */
@NullMarked
package co.satccf.token.config;

import org.jspecify.annotations.NullMarked;
