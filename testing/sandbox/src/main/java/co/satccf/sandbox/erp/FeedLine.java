package co.satccf.sandbox.erp;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/**
 * One line of the feed.
 *
 * @param topic Kafka topic
 * @param key Kafka key: the employer
 * @param bytes the record's value; never contains a line feed, so that it is one line of NDJSON
 * @param servicio service it reports to; null when it is no report or cannot be read as one
 * @param esperado what becomes of it
 * @param caso name of what it is an example of
 */
public record FeedLine(
    String topic,
    String key,
    byte[] bytes,
    @Nullable ServicioSat servicio,
    Esperado esperado,
    String caso) {}
