/** Reading of the ERP's CloudEvents. */
@NullMarked
package co.satccf.model.evento;

import org.jspecify.annotations.NullMarked;
