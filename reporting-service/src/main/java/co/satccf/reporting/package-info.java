@NullMarked
package co.satccf.reporting;

import org.jspecify.annotations.NullMarked;
