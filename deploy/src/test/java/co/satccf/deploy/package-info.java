/** The chart, the alert rules, the dashboards and the images, proved without a cluster. */
@NullMarked
package co.satccf.deploy;

import org.jspecify.annotations.NullMarked;
