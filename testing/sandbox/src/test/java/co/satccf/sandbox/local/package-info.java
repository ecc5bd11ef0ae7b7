@NullMarked
package co.satccf.sandbox.local;

import org.jspecify.annotations.NullMarked;
