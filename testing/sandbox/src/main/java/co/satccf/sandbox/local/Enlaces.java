package co.satccf.sandbox.local;

import co.satccf.sandbox.infra.Enlace;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The ways from the services to what they rest on, when the platform is one to be hurt. */
public final class Enlaces implements AutoCloseable {

  /** What stands at the other end. */
  public enum Extremo {
    POSTGRESQL,
    KAFKA,
    MINISTERIO
  }

  private final Map<Extremo, Enlace> enlaces = new EnumMap<>(Extremo.class);

  Enlaces(int postgresql, int kafka, int ministerio) {
    enlaces.put(Extremo.POSTGRESQL, Enlace.hacia(postgresql));
    enlaces.put(Extremo.KAFKA, Enlace.hacia(kafka));
    enlaces.put(Extremo.MINISTERIO, Enlace.hacia(ministerio));
  }

  public Enlace hacia(Extremo extremo) {
    return Objects.requireNonNull(enlaces.get(extremo));
  }

  String direccion(Extremo extremo) {
    return "127.0.0.1:" + hacia(extremo).puerto();
  }

  @Override
  public void close() {
    enlaces.values().forEach(Enlace::close);
  }
}
