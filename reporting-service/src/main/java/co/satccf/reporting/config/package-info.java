/** Configuration, checked before anything starts. */
@NullMarked
package co.satccf.reporting.config;

import org.jspecify.annotations.NullMarked;
