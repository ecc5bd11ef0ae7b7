/** What is mounted and must not be seen: the Ministry's user and password, and the ring of keys. */
@NullMarked
package co.satccf.token.secretos;

import org.jspecify.annotations.NullMarked;
