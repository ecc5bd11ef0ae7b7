/** What the suite is compared with. */
@NullMarked
package co.satccf.bench.rivales;

import org.jspecify.annotations.NullMarked;
