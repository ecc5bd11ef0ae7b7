/** Real PostgreSQL and Kafka for tests and for the local platform, without containers. */
@NullMarked
package co.satccf.sandbox.infra;

import org.jspecify.annotations.NullMarked;
