/** The life of a report: its states, what blocks it, and the one table of legal moves. */
@NullMarked
package co.satccf.model.estado;

import org.jspecify.annotations.NullMarked;
