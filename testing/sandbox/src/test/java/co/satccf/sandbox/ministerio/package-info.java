@NullMarked
package co.satccf.sandbox.ministerio;

import org.jspecify.annotations.NullMarked;
