package co.satccf.reporting.correo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import co.satccf.reporting.FamiliasFalsas;
import co.satccf.reporting.Resultados;
import co.satccf.reporting.Vecindario;
import co.satccf.reporting.informes.Confeccion;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CarteroTest {

  private static final String CORTE = "2021-08-05T00:00:00-05:00";

  @Inject Resultados resultados;
  @Inject Confeccion confeccion;
  @Inject Cartero cartero;

  @BeforeEach
  void empty() {
    resultados.leidos();
    resultados.vaciar();
    resultados.vaciarInformes();
  }

  @Test
  void sendsWhatIsApprovedToAllRecipientsWithItsFiles() throws Exception {
    // Given
    var id = hecho("PENDIENTES");
    var servidor = servidor();
    try {
      // When nobody has approved it
      cartero.enviarLoQueHaya();
      assertThat(servidor.getReceivedMessages()).isEmpty();
      // When
      decidir(id, "aprobacion").statusCode(200).body("estado", equalTo("APROBADO"));
      cartero.enviarLoQueHaya();
      cartero.enviarLoQueHaya();
      // Then: one e-mail, which GreenMail puts into each recipient's mailbox
      var correos = servidor.getReceivedMessages();
      assertThat(correos).hasSize(2);
      var correo = correos[0];
      assertThat(correo.getFrom()[0]).hasToString("sat@caja.example");
      assertThat(correo.getAllRecipients())
          .extracting(Object::toString)
          .containsExactlyInAnyOrder("seguimiento@ministerio.example", "copia@caja.example");
      assertThat(correo.getSubject())
          .isEqualTo("Pendientes por reportar · corte 5 de agosto de 2021 · Caja de Prueba");
      assertThat(correo.getMessageID()).startsWith("<informe-" + id + "-").endsWith("@sat-ccf>");
      assertThat(correos[1].getMessageID()).isEqualTo(correo.getMessageID());
      var partes = partes(correo);
      assertThat(new String(partes.get("text/plain"))).contains("Empleadores por reportar: 0");
      assertThat(new String(partes.get("text/html"))).contains("Empleadores por reportar");
      for (var nombre : List.of(".html", ".xlsx", ".csv")) {
        var archivo = "pendientes-2021-08-05" + nombre;
        assertThat(partes.get(archivo))
            .as(archivo)
            .isEqualTo(
                given().get("/informes/%d/archivos/%s".formatted(id, archivo)).asByteArray());
      }
      assertThat(historia(id))
          .containsExactly("POR_HACER", "POR_APROBAR", "APROBADO", "ENVIANDO", "ENVIADO");
    } finally {
      servidor.stop();
    }
  }

  @Test
  void triesAgainWhenTheServerIsAwayAndSendsOnceWhenItIsBack() throws Exception {
    // Given nobody at the port
    var id = aprobado("PENDIENTES");
    // When
    cartero.enviarLoQueHaya();
    // Then
    uno(id)
        .body("expediente.estado", equalTo("APROBADO"))
        .body("expediente.motivo", equalTo("El servidor de correo no acepta conexiones"));
    // When it is back before the wait is over, and after it
    var servidor = servidor();
    try {
      resultados.ejecutar("UPDATE informe SET no_antes = now() + interval '1 hour'");
      cartero.enviarLoQueHaya();
      assertThat(servidor.getReceivedMessages()).isEmpty();
      resultados.ejecutar("UPDATE informe SET no_antes = now()");
      cartero.enviarLoQueHaya();
      assertThat(servidor.getReceivedMessages()).hasSize(2);
    } finally {
      servidor.stop();
    }
    uno(id).body("expediente.estado", equalTo("ENVIADO")).body("expediente.envios", equalTo(2));
  }

  @Test
  void givesUpAfterSomeTriesAndTriesAnewWhenAPersonSaysSo() throws Exception {
    // Given
    var id = aprobado("PENDIENTES");
    // When
    for (var intento = 1; intento <= 3; intento++) {
      cartero.enviarLoQueHaya();
      resultados.ejecutar("UPDATE informe SET no_antes = now()");
    }
    // Then
    uno(id).body("expediente.estado", equalTo("FALLIDO"));
    // When
    decidir(id, "reenvio").statusCode(200).body("envios", equalTo(0));
    var servidor = servidor();
    try {
      cartero.enviarLoQueHaya();
      assertThat(servidor.getReceivedMessages()).hasSize(2);
    } finally {
      servidor.stop();
    }
    uno(id).body("expediente.estado", equalTo("ENVIADO"));
  }

  @Test
  void failsAtOnceWhenARecipientIsRefused() throws Exception {
    var id = aprobado("PENDIENTES");
    try (var servidor =
        ServidorDescortes.que(ServidorDescortes.Costumbre.RECHAZA_AL_DESTINATARIO)) {
      cartero.enviarLoQueHaya();
      assertThat(servidor.cartas()).isZero();
    }
    uno(id)
        .body("expediente.estado", equalTo("FALLIDO"))
        .body("expediente.motivo", containsString("respondió 550"));
  }

  @Test
  void triesAgainWhenTheServerIsTooBusyNow() throws Exception {
    var id = aprobado("PENDIENTES");
    try (var servidor = ServidorDescortes.que(ServidorDescortes.Costumbre.ESTA_OCUPADO)) {
      cartero.enviarLoQueHaya();
      assertThat(servidor.cartas()).isZero();
    }
    uno(id)
        .body("expediente.estado", equalTo("APROBADO"))
        .body("expediente.motivo", containsString("respondió 451"));
  }

  @Test
  void leavesToAPersonWhatWasCutAfterTheLastByteAndNeverSendsItAgainByItself() throws Exception {
    // Given a server that takes the whole e-mail and hangs up
    var id = aprobado("PENDIENTES");
    try (var servidor = ServidorDescortes.que(ServidorDescortes.Costumbre.CUELGA_TRAS_LA_CARTA)) {
      cartero.enviarLoQueHaya();
      assertThat(servidor.cartas()).as("%s", servidor.ordenes()).isOne();
    }
    uno(id).body("expediente.estado", equalTo("INCIERTO"));
    // When
    var servidor = servidor();
    try {
      resultados.ejecutar("UPDATE informe SET no_antes = now()");
      cartero.enviarLoQueHaya();
      assertThat(servidor.getReceivedMessages()).isEmpty();
      decidir(id, "descarte").statusCode(409);
      // When a person has found that it did not arrive
      decidir(id, "reenvio").statusCode(200);
      cartero.enviarLoQueHaya();
      assertThat(servidor.getReceivedMessages()).hasSize(2);
    } finally {
      servidor.stop();
    }
    uno(id)
        .body("expediente.estado", equalTo("ENVIADO"))
        .body("historia[5].quien", equalTo("Ana Ruiz"))
        .body("historia[5].detalle", equalTo("Revisado con Correo"));
  }

  @Test
  void takesAPersonsWordThatItArrived() throws Exception {
    var id = aprobado("PENDIENTES");
    try (var servidor = ServidorDescortes.que(ServidorDescortes.Costumbre.CUELGA_TRAS_LA_CARTA)) {
      cartero.enviarLoQueHaya();
      assertThat(servidor.cartas()).as("%s", servidor.ordenes()).isOne();
    }
    decidir(id, "llegada").statusCode(200).body("estado", equalTo("ENVIADO"));
    decidir(id, "llegada").statusCode(409);
  }

  @Test
  void leavesToAPersonWhatAReplicaDiedOver() throws Exception {
    var id = aprobado("PENDIENTES");
    resultados.ejecutar(
        "UPDATE informe SET estado = 'ENVIANDO', arriendo_hasta = now() + interval '1 hour'");
    cartero.enviarLoQueHaya();
    uno(id).body("expediente.estado", equalTo("ENVIANDO"));
    resultados.ejecutar("UPDATE informe SET arriendo_hasta = now()");
    cartero.enviarLoQueHaya();
    uno(id)
        .body("expediente.estado", equalTo("INCIERTO"))
        .body("expediente.motivo", containsString("averigüe si llegó"));
  }

  @Test
  void saysThatNobodyIsConfiguredToGetIt() throws Exception {
    var id = aprobado("EMPLEADORES_CARGADOS");
    cartero.enviarLoQueHaya();
    uno(id)
        .body("expediente.estado", equalTo("FALLIDO"))
        .body(
            "expediente.motivo",
            containsString("falta sat.informes.destinatarios.empleadores-cargados"));
  }

  @Test
  void sendsEachOnceThoughTwoReplicasSend() throws Exception {
    var ids =
        List.of(
            aprobado("PENDIENTES"), aprobado("TRABAJADORES_CARGADOS"), aprobado("CONTEO_SEMANAL"));
    var servidor = servidor();
    try (var hilos = Executors.newFixedThreadPool(2)) {
      Callable<Void> replica =
          () -> {
            cartero.enviarLoQueHaya();
            return null;
          };
      for (var hecho : hilos.invokeAll(List.of(replica, replica))) {
        hecho.get();
      }
      assertThat(servidor.getReceivedMessages()).hasSize(2 * ids.size());
    } finally {
      servidor.stop();
    }
    assertThat(resultados.consultar("SELECT DISTINCT estado FROM informe"))
        .containsExactly("ENVIADO");
  }

  private static GreenMail servidor() {
    var servidor =
        new GreenMail(new ServerSetup(Vecindario.correo(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    servidor.start();
    return servidor;
  }

  private long aprobado(String tipo) throws Exception {
    var id = hecho(tipo);
    decidir(id, "aprobacion").statusCode(200);
    return id;
  }

  private long hecho(String tipo) throws Exception {
    long id =
        given()
            .contentType(ContentType.JSON)
            .body("{\"tipo\":\"%s\",\"corte\":\"%s\"}".formatted(tipo, CORTE))
            .post("/informes")
            .then()
            .statusCode(201)
            .extract()
            .<Integer>path("id");
    try (var _ = new FamiliasFalsas(resultados)) {
      confeccion.hacerLoQueHaya();
    }
    uno(id).body("expediente.estado", equalTo("POR_APROBAR"));
    return id;
  }

  private static ValidatableResponse uno(long id) {
    return given().get("/informes/" + id).then().statusCode(200);
  }

  private static List<String> historia(long id) {
    return uno(id).extract().path("historia.estado");
  }

  private static ValidatableResponse decidir(long id, String que) {
    return given()
        .contentType(ContentType.JSON)
        .body("{\"motivo\":\"Revisado con Correo\"}")
        .post("/informes/%d/%s".formatted(id, que))
        .then();
  }

  /** Bodies by media type, attachments by name. */
  private static Map<String, byte[]> partes(MimeMessage correo) throws Exception {
    var partes = new HashMap<String, byte[]>();
    partes((Multipart) correo.getContent(), partes);
    return partes;
  }

  private static void partes(Multipart multipart, Map<String, byte[]> partes) throws Exception {
    for (var i = 0; i < multipart.getCount(); i++) {
      BodyPart parte = multipart.getBodyPart(i);
      if (parte.getContent() instanceof Multipart otro) {
        partes(otro, partes);
      } else {
        var nombre =
            parte.getFileName() == null
                ? parte.getContentType().replaceFirst(";.*", "").strip()
                : parte.getFileName();
        partes.put(nombre, bytes(parte));
      }
    }
  }

  private static byte[] bytes(BodyPart parte) throws Exception {
    try (var contenido = parte.getInputStream()) {
      return contenido.readAllBytes();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
