/** What is known of the libraries that the services are made of. */
@NullMarked
package co.satccf.sandbox.dependencias;

import org.jspecify.annotations.NullMarked;
