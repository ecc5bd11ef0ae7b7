@NullMarked
package co.satccf.sandbox.erp;

import org.jspecify.annotations.NullMarked;
