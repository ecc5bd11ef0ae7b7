/** The synthetic affiliation ERP: employers, workers and the feed of their events, from a seed. */
@NullMarked
package co.satccf.sandbox.erp;

import org.jspecify.annotations.NullMarked;
