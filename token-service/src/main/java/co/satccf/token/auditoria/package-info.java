/** Who did what, when, from where; never a secret. */
@NullMarked
package co.satccf.token.auditoria;

import org.jspecify.annotations.NullMarked;
