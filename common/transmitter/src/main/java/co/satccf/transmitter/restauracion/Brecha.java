package co.satccf.transmitter.restauracion;

import org.apache.kafka.common.TopicPartition;

/**
 * A topic no longer has what a restored store lacks: sending could be sending twice.
 *
 * @param falta first offset that is needed
 * @param empieza first offset that is there
 */
record Brecha(TopicPartition particion, long falta, long empieza) {

  String mensaje() {
    return "la retención de %s no alcanza: hace falta desde %d y empieza en %d; vea el ADR 10"
        .formatted(particion, falta, empieza);
  }
}
