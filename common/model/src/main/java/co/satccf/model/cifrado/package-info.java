/** Values that must not stand in clear: AES-256-GCM under keys that rotate, and keyed hashes. */
@NullMarked
package co.satccf.model.cifrado;

import org.jspecify.annotations.NullMarked;
