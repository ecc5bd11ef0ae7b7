package co.satccf.reporting.correo;

import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.documento.Archivo;
import co.satccf.reporting.documento.Formato;
import co.satccf.reporting.documento.Informe;
import co.satccf.reporting.documento.Pagina;
import co.satccf.reporting.informes.Envios;
import co.satccf.reporting.informes.Envios.Desenlace;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends what is approved, one e-mail to all recipients of a report. */
@Singleton
public class Cartero {

  private static final Logger LOG = Logger.getLogger(Cartero.class);

  /** Well below the shortest time that a report is leased for. */
  private static final Duration PLAZO = Duration.ofMinutes(2);

  private final ReportingConfig.Informes config;
  private final Envios envios;
  private final ServidorDeCorreo servidor;
  private final String remitente;

  Cartero(
      ReportingConfig config,
      Envios envios,
      ServidorDeCorreo servidor,
      @ConfigProperty(name = "quarkus.mailer.from") Optional<String> remitente) {
    this.config = config.informes();
    this.envios = envios;
    this.servidor = servidor;
    this.remitente = remitente.orElse("");
  }

  /** Works off everything that may go out now. */
  public void enviarLoQueHaya() throws SQLException {
    envios.darPorInciertosLosCaducados();
    for (var uno = envios.tomar(); uno.isPresent(); uno = envios.tomar()) {
      var desenlace = enviar(uno.get());
      envios.liquidar(uno.get(), desenlace);
      LOG.infof(
          "event=report_mail id=%d try=%d outcome=%s",
          uno.get().id(), uno.get().intento(), desenlace.getClass().getSimpleName());
    }
  }

  private Desenlace enviar(Envios.Pedido pedido) {
    var destinatarios = config.destinatarios().getOrDefault(pedido.informe().tipo(), Set.of());
    if (destinatarios.isEmpty()) {
      return new Desenlace.NoSalio(
          "No tiene destinatarios: falta sat.informes.destinatarios."
              + pedido.informe().tipo().enMinusculas(),
          true);
    }
    try {
      servidor.entregar(carta(pedido, List.copyOf(destinatarios)), PLAZO);
      return new Desenlace.Salio();
    } catch (ExecutionException | TimeoutException | RuntimeException failure) {
      return Fallas.desenlace(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Fallas.desenlace(stop);
    }
  }

  private MailMessage carta(Envios.Pedido pedido, List<String> destinatarios) {
    var informe = pedido.informe();
    // The same with each try, so that whoever looks into a mail server's log can tell.
    var mensaje =
        "<informe-%d-%s@sat-ccf>".formatted(pedido.id(), pedido.huella().substring(0, 16));
    return new MailMessage()
        .setFrom(remitente)
        .setTo(destinatarios)
        .setSubject(asunto(informe))
        .setText(Pagina.correoTexto(informe))
        .setHtml(Pagina.correo(informe))
        .setHeaders(MultiMap.caseInsensitiveMultiMap().add("Message-ID", mensaje))
        .setAttachment(pedido.adjuntos().stream().map(Cartero::adjunto).toList());
  }

  private static MailAttachment adjunto(Archivo archivo) {
    return MailAttachment.create()
        .setName(archivo.nombre())
        .setContentType(archivo.tipo())
        .setDisposition("attachment")
        .setData(Buffer.buffer(archivo.contenido()));
  }

  private static String asunto(Informe informe) {
    return "%s · corte %s · %s"
        .formatted(
            informe.tipo().titulo(),
            Formato.fecha(Formato.dia(informe.corte())),
            informe.entidad());
  }
}
