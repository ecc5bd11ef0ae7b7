@NullMarked
package co.satccf.model;

import org.jspecify.annotations.NullMarked;
