/** The seven SAT services and their families: the names everything else is keyed by. */
@NullMarked
package co.satccf.model;

import org.jspecify.annotations.NullMarked;
