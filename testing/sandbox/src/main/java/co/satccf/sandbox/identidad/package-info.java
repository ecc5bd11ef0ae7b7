/**
 * Who is who on the local platform and in tests: two issuers, of services and of persons, whose
 * keys are made at the start, and a few built-in users. Never in production (ADR 7, ADR 13).
 */
@NullMarked
package co.satccf.sandbox.identidad;

import org.jspecify.annotations.NullMarked;
