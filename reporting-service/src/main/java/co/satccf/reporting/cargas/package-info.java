/**
 * Files of facts that people upload: taken in, looked at line by line by the services that own
 * them, and published (ADR 20).
 */
@NullMarked
package co.satccf.reporting.cargas;

import org.jspecify.annotations.NullMarked;
