/** Keyed references that stand for a document wherever the document itself must not be. */
@NullMarked
package co.satccf.model.referencia;

import org.jspecify.annotations.NullMarked;
