/**
 * What the fund shares with the Ministry (manual MN82, "Compartir servicios web con la Entidad").
 */
@NullMarked
package co.satccf.token.compartir;

import org.jspecify.annotations.NullMarked;
