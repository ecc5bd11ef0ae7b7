/**
 * The local platform: real PostgreSQL and Kafka, the simulated Ministry and the five packaged
 * services as processes.
 */
@NullMarked
package co.satccf.sandbox.local;

import org.jspecify.annotations.NullMarked;
