package co.satccf.transmitter.familia;

import co.satccf.stream.BatchHandler;

/** What a family reads besides its events and the register: from when the store is complete on. */
public interface LectorDeFamilia extends BatchHandler {

  String topico();
}
