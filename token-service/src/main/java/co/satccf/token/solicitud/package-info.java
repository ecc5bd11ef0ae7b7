/** What people ask for: how it is read, and how it is refused. */
@NullMarked
package co.satccf.token.solicitud;

import org.jspecify.annotations.NullMarked;
