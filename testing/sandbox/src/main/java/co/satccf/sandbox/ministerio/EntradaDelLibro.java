package co.satccf.sandbox.ministerio;

/**
 * One line of the ledger: one request received by one of the seven services.
 *
 * @param secuencia 0, 1, 2 ... in the order in which requests were decided
 * @param servicio name of the service
 * @param clientId ClientID of the token it came with; "" when the token was none of ours
 * @param radicado its radicado; "" when it could not be read
 * @param cuerpo the body exactly as it came
 * @param codigo the codigo answered; "" when the answer carried none or none was sent
 * @param decision the codigo decided on, also when it was never answered; "" when not processed
 * @param estadoHttp HTTP status answered; 0 when the connection was cut instead
 * @param procesado whether it took effect in the Ministry: judged, and stored when accepted
 * @param aceptado whether the report was taken in (codigo 200 or AN)
 * @param huella first 16 hex characters of the SHA-256 of the token; "" without token
 * @param traza the header {@code traceparent} it came with; "" without
 * @param recibido ISO-8601 instant at which the whole request had come
 * @param instante ISO-8601 instant of the decision, right before the answer
 */
public record EntradaDelLibro(
    long secuencia,
    String servicio,
    String clientId,
    String radicado,
    String cuerpo,
    String codigo,
    String decision,
    int estadoHttp,
    boolean procesado,
    boolean aceptado,
    String huella,
    String traza,
    String recibido,
    String instante) {}
