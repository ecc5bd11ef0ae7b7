/**
 * Who asks, and what that caller may do: a bearer token of this service's own audience, from an
 * issuer and a subject that configuration allows (ADR 13).
 */
@NullMarked
package co.satccf.identidad;

import org.jspecify.annotations.NullMarked;
