package co.satccf.transmitter.intake;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.transmitter.Eventos.Evento;
import co.satccf.transmitter.dispatch.Banco;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A topic that is read again, or was made anew, stops nothing and loses nothing. */
@QuarkusTest
class TopicoNuevoTest {

  @Inject Banco banco;

  @BeforeEach
  void emptyStore() throws SQLException {
    banco.vaciar();
    banco.incorporar(1);
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.soltar();
  }

  @Test
  void theSameBytesAtTheSamePlaceAreQuarantinedOnce() throws Exception {
    // Given an identity that comes with another content
    Evento primero = desafiliacion("e1", "1001", 1, "2026-11-10");
    Evento otro = desafiliacion("e1", "1002", 1, "2026-11-11");
    banco.recibir(primero, otro);
    // When everything is read again
    banco.topicoNuevo();
    banco.recibir(primero, otro);
    // Then
    assertThat(banco.valor("select count(*) from cuarentena")).isEqualTo("1");
    assertThat(banco.fila(DESAFILIACION, "1001").revision()).isEqualTo(1);
  }

  @Test
  void otherBytesAtAKnownPlaceAreKeptToo() throws Exception {
    // Given
    Evento primero = desafiliacion("e1", "1001", 1, "2026-11-10");
    banco.recibir(primero, desafiliacion("e1", "1002", 1, "2026-11-11"));
    // When a topic made anew has something else there
    banco.topicoNuevo();
    banco.recibir(primero, desafiliacion("e1", "1003", 1, "2026-11-12"));
    // Then
    assertThat(banco.valor("select count(*) from cuarentena")).isEqualTo("2");
  }
}
