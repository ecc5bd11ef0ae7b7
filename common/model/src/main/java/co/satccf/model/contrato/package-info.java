/**
 * One ordered table of fields per SAT service, and everything that follows from it: validation,
 * wire body, JSON Schema, documentation.
 */
@NullMarked
package co.satccf.model.contrato;

import org.jspecify.annotations.NullMarked;
