/** What an operator sees: metrics and health. */
@NullMarked
package co.satccf.token.operations;

import org.jspecify.annotations.NullMarked;
