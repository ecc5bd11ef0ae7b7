package co.satccf.model.reporte;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.Eventos;
import co.satccf.model.ServicioSat;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report that somebody logs tells nothing personal. */
class ReporteTest {

  @ParameterizedTest
  @EnumSource
  void showsOnlyItsService(ServicioSat servicio) {
    assertThat(Eventos.reporte(Eventos.valido(servicio))).hasToString(servicio.nombre() + "[…]");
  }

  @Test
  void showsOnlyTheKindOfEachPartThatNamesAPersonOrAnEmployer() {
    for (var parte :
        List.of(
            Documento.class,
            Empleador.class,
            Trabajador.class,
            Representante.class,
            Ubicacion.class,
            Contacto.class)) {
      assertThat(deTextos(parte, "Q7Zk9")).hasToString(parte.getSimpleName() + "[…]");
    }
  }

  private static Object deTextos(Class<?> tipo, String texto) {
    try {
      var tipos =
          Arrays.stream(tipo.getRecordComponents()).map(c -> c.getType()).toArray(Class<?>[]::new);
      var valores =
          Arrays.stream(tipos)
              .map(t -> t.equals(String.class) ? texto : deTextos(t, texto))
              .toArray();
      return tipo.getDeclaredConstructor(tipos).newInstance(valores);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
