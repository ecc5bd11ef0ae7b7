@NullMarked
package co.satccf.transmitter.auditoria;

import org.jspecify.annotations.NullMarked;
