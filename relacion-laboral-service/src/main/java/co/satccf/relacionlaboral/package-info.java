@NullMarked
package co.satccf.relacionlaboral;

import org.jspecify.annotations.NullMarked;
