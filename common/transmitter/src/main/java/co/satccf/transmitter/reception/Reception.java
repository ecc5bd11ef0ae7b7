package co.satccf.transmitter.reception;

import co.satccf.model.Familia;
import co.satccf.model.contrato.Contratos;
import co.satccf.model.evento.LectorEventos;
import co.satccf.model.evento.Lectura;
import co.satccf.model.evento.Motivo;
import co.satccf.model.huella.Sha256;
import co.satccf.model.referencia.Referencias;
import co.satccf.model.reporte.Afiliacion;
import co.satccf.model.reporte.Documento;
import co.satccf.model.reporte.Reporte;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.resguardo.Lugar;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Llave;
import co.satccf.transmitter.terminos.Terminos;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record and checks it against its contract: all the work of intake that needs no database.
 */
@ApplicationScoped
public class Reception {

  private final LectorEventos lector;
  private final Contratos contratos;
  private final Referencias referencias;
  private final FamiliaDeServicios familia;
  private final Terminos terminos;
  private final Resguardo resguardo;

  Reception(
      LectorEventos lector,
      Contratos contratos,
      Referencias referencias,
      FamiliaDeServicios familia,
      Terminos terminos,
      Resguardo resguardo) {
    this.lector = lector;
    this.contratos = contratos;
    this.referencias = referencias;
    this.familia = familia;
    this.terminos = terminos;
    this.resguardo = resguardo;
  }

  public Entrada receive(ConsumerRecord<byte[], byte[]> record) {
    return read(procedencia(record));
  }

  /** Reads an event that stands elsewhere than on a topic: it is the same wherever it is kept. */
  public Entrada read(Procedencia procedencia) {
    return switch (lector.leer(procedencia.contenido(), texts(procedencia.cabeceras()))) {
      case Lectura.Reportable evento -> reportable(procedencia, evento);
      case Lectura.Incorporado evento -> incorporado(procedencia, evento);
      case Lectura.Ilegible(String source, String id, List<Motivo> motivos) ->
          implazable(procedencia, source, id, motivos);
    };
  }

  private Entrada reportable(Procedencia procedencia, Lectura.Reportable evento) {
    Reporte reporte = evento.reporte();
    if (!familia.servicios().contains(reporte.servicio())) {
      return otraFamilia(procedencia, evento.source(), evento.id());
    }
    Cuerpo cuerpo = cuerpo(reporte);
    Documento documento = reporte.documentoEmpleador();
    String empleador =
        referencias.empleador(documento.tipo(), documento.numero(), reporte.serialSat());
    Documento persona = reporte.documentoTrabajador();
    String trabajador =
        persona == null ? null : referencias.trabajador(persona.tipo(), persona.numero());
    String departamento = reporte.departamento();
    byte[] hash =
        hash(
            reporte.servicio().nombre(),
            String.valueOf(evento.tipoRezago()),
            HexFormat.of().formatHex(cuerpo.huella()));
    Entrada.Reportable reportable =
        new Entrada.Reportable(
            procedencia,
            hash,
            evento,
            cuerpo,
            contratos.validar(reporte).glosas(),
            empleador,
            trabajador,
            representante(reporte),
            Llave.de(reporte.servicio(), empleador, departamento, trabajador),
            Llave.delHecho(
                reporte.servicio(), empleador, departamento, trabajador, reporte.fechaHecho()),
            terminos.vence(reporte.servicio(), evento.instante()));
    String corrige = evento.corrige();
    return corrige == null
        ? reportable
        : new Entrada.Correccion(
            hash(HexFormat.of().formatHex(hash), corrige, reporte.radicado()), corrige, reportable);
  }

  private @Nullable String representante(Reporte reporte) {
    if (!(reporte instanceof Afiliacion afiliacion)) {
      return null;
    }
    Documento documento = afiliacion.representante().documento();
    return documento.numero().isBlank()
        ? null
        : referencias.representante(documento.tipo(), documento.numero());
  }

  private Cuerpo cuerpo(Reporte reporte) {
    byte[] claro = contratos.cuerpo(reporte).getBytes(StandardCharsets.UTF_8);
    return new Cuerpo(
        claro,
        resguardo.huella(claro),
        resguardo.cerrar(claro, Lugar.cuerpo(reporte.servicio(), reporte.radicado(), 1)));
  }

  private Entrada incorporado(Procedencia procedencia, Lectura.Incorporado evento) {
    if (familia.familia() != Familia.AFILIACION) {
      return otraFamilia(procedencia, evento.source(), evento.id());
    }
    String empleador =
        referencias.empleador(
            evento.empleador().tipo(), evento.empleador().numero(), evento.serialSat());
    return new Entrada.Incorporado(
        procedencia,
        hash("incorporado", empleador, evento.departamento(), evento.fecha()),
        evento,
        empleador);
  }

  private Entrada otraFamilia(Procedencia procedencia, String source, String id) {
    return implazable(
        procedencia,
        source,
        id,
        List.of(
            new Motivo(
                "TIPO_DE_OTRA_FAMILIA",
                "El tipo del evento no corresponde al tópico en que se publicó")));
  }

  private Entrada implazable(
      Procedencia procedencia, @Nullable String source, @Nullable String id, List<Motivo> motivos) {
    Identidad identidad = source == null || id == null ? null : new Identidad(source, id);
    return new Entrada.Implazable(
        procedencia, resguardo.huella(procedencia.contenido()), identidad, motivos);
  }

  public static Procedencia procedencia(ConsumerRecord<byte[], byte[]> record) {
    Map<String, byte[]> cabeceras = new HashMap<>();
    for (Header header : record.headers()) {
      cabeceras.put(header.key(), header.value() == null ? new byte[0] : header.value());
    }
    byte[] contenido = record.value() == null ? new byte[0] : record.value();
    return new Procedencia(
        record.topic(), record.partition(), record.offset(), contenido, cabeceras);
  }

  private static Map<String, String> texts(Map<String, byte[]> cabeceras) {
    Map<String, String> texts = new HashMap<>();
    cabeceras.forEach(
        (nombre, valor) -> texts.put(nombre, new String(valor, StandardCharsets.UTF_8)));
    return texts;
  }

  /** The parts that tell of somebody are keyed hashes or references: this one tells nothing. */
  private static byte[] hash(String... parts) {
    MessageDigest digest = Sha256.digest();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return digest.digest();
  }
}
