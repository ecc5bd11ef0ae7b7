package co.satccf.transmitter.token;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The HTTP API of token-service. */
@RegisterRestClient(configKey = "sat-token")
@RegisterProvider(TokenPropio.class)
@Path("/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface TokenApi {

  @GET
  @Path("/{servicio}")
  Response token(@PathParam("servicio") String servicio);

  @POST
  @Path("/{servicio}/rechazos")
  Response refused(@PathParam("servicio") String servicio, Huella huella);

  /** Fingerprint of a token that SAT answered with 401. */
  record Huella(String huella) {}
}
