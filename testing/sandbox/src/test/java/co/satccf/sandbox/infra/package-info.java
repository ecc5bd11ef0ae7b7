@NullMarked
package co.satccf.sandbox.infra;

import org.jspecify.annotations.NullMarked;
