package co.satccf.transmitter.problem;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Fails in ways that the real paths do only when something is broken. */
@Path("/prueba/fallas")
@RunOnVirtualThread
public class FallasDePruebaResource {

  static final String SECRETO = "valor-interno-41";

  private final EntityManager entities;

  FallasDePruebaResource(EntityManager entities) {
    this.entities = entities;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Path("/inesperada")
  public String inesperada() {
    throw new IllegalStateException(SECRETO);
  }

  /** The server ends the connection in the middle of the statement, as when it is shut down. */
  @GET
  @Requiere(Rol.CONSULTA)
  @Path("/base-de-datos")
  public String baseDeDatos() {
    return String.valueOf(
        entities
            .createNativeQuery("select pg_terminate_backend(pg_backend_pid()), pg_sleep(30)")
            .getSingleResult());
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Path("/sentencia")
  public String sentencia() {
    return String.valueOf(entities.createNativeQuery("select 1 / 0").getSingleResult());
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Path("/lenta")
  public String lenta() {
    return String.valueOf(
        entities
            .createNativeQuery("select pg_sleep(30)")
            .setHint("jakarta.persistence.query.timeout", 500)
            .getSingleResult());
  }
}
