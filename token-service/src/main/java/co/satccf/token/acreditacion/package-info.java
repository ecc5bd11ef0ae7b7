/**
 * Who may administer the Ministry's services for the fund, and how far each has come (manual MN82,
 * section 5). Personal data of few people: for administrators only, sealed, in no log nor audit.
 */
@NullMarked
package co.satccf.token.acreditacion;

import org.jspecify.annotations.NullMarked;
