/**
 * The page of the audit: who looked at whose data, who changed what, and whether the chains hold.
 */
@NullMarked
package co.satccf.reporting.consola.auditoria;

import org.jspecify.annotations.NullMarked;
