/**
 * The administration of external web services (manual MN82), whose owner is token-service (ADR 14).
 */
@NullMarked
package co.satccf.reporting.consola.mn82;

import org.jspecify.annotations.NullMarked;
