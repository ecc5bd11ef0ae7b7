package co.satccf.model.contrato;

import co.satccf.model.calendario.Fechas;
import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.catalogo.Lista;
import co.satccf.model.catalogo.Rol;
import co.satccf.model.catalogo.TipoDocumento;
import co.satccf.model.contrato.Presencia.Situacion;
import co.satccf.model.reporte.Reporte;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks one field of a report against its row. The first breach of a field is told, no more. */
record Validador(Catalogos catalogos) {

  record Hallazgo(Glosa glosa, boolean esGlosa) {}

  <R extends Reporte> @Nullable Hallazgo revisar(Campo<R> campo, R reporte) {
    var valor = campo.lector().apply(reporte);
    var problema = forma(campo, reporte, valor);
    if (problema != null) {
      return hallazgo(campo, problema, true);
    }
    if (valor.isBlank()) {
      return null;
    }
    var fueraDeCatalogo = valores(campo, reporte, valor);
    return fueraDeCatalogo == null
        ? null
        : hallazgo(campo, fueraDeCatalogo, campo.catalogoEstricto() || !deCatalogo(campo));
  }

  private static <R extends Reporte> @Nullable String forma(
      Campo<R> campo, R reporte, String valor) {
    var situacion = campo.presencia().de(reporte);
    var condicion = campo.presencia().condicion();
    if (valor.isBlank()) {
      return situacion != Situacion.EXIGIDO
          ? null
          : "Falta " + campo.etiqueta() + (condicion == null ? "." : segun(condicion));
    }
    if (situacion == Situacion.PROHIBIDO && condicion != null) {
      return "Sobra " + campo.etiqueta() + segun(condicion);
    }
    if (!Caracteres.admitidos(valor)) {
      return sujeto(campo) + " tiene caracteres que no se admiten.";
    }
    if (valor.codePointCount(0, valor.length()) > campo.longitud()) {
      return sujeto(campo) + " tiene más de " + campo.longitud() + " caracteres.";
    }
    var patron = campo.patron();
    return patron == null || patron.admite(valor)
        ? null
        : sujeto(campo) + " debe ser " + patron.descripcion() + ".";
  }

  private <R extends Reporte> @Nullable String valores(Campo<R> campo, R reporte, String valor) {
    return switch (campo.valores()) {
      case Valores.Libres<R> _ -> null;
      case Valores.Fecha<R> _ ->
          Fechas.esFecha(valor)
              ? null
              : sujeto(campo) + " debe ser una fecha que exista, de la forma aaaa-mm-dd.";
      case Valores.DeLista<R>(Lista lista) ->
          catalogos.lista(lista).containsKey(valor)
              ? null
              : sujeto(campo)
                  + " no está en el catálogo ("
                  + String.join(", ", catalogos.lista(lista).keySet())
                  + ").";
      case Valores.Departamento<R> _ ->
          catalogos.tieneDepartamento(valor)
              ? null
              : sujeto(campo) + " no está en DIVIPOLA (código DANE de dos dígitos).";
      case Valores.Municipio<R>(var departamento) ->
          municipio(campo, departamento.apply(reporte), valor);
      case Valores.Caja<R> _ ->
          catalogos.caja(valor).isPresent()
              ? null
              : sujeto(campo) + " no está en el catálogo de cajas.";
      case Valores.TipoDocumento<R>(Rol rol) ->
          catalogos.tipoDocumento(valor, rol).isPresent()
              ? null
              : sujeto(campo) + " no está en el catálogo (" + tipos(rol) + ").";
      case Valores.NumeroDocumento<R>(Rol rol, var _, var tipo) ->
          catalogos
              .tipoDocumento(tipo.apply(reporte), rol)
              .filter(documento -> !documento.numero().matcher(valor).matches())
              .map(_ -> sujeto(campo) + " no tiene la forma que pide su tipo de documento.")
              .orElse(null);
    };
  }

  // With an unknown departamento the pair cannot be judged: the departamento has its own glosa.
  private @Nullable String municipio(Campo<?> campo, String departamento, String valor) {
    return !catalogos.tieneDepartamento(departamento)
            || catalogos.tieneMunicipio(departamento, valor)
        ? null
        : sujeto(campo) + " no figura en DIVIPOLA para ese departamento.";
  }

  private static boolean deCatalogo(Campo<?> campo) {
    return switch (campo.valores()) {
      case Valores.Libres<?> _, Valores.Fecha<?> _, Valores.NumeroDocumento<?> _ -> false;
      case Valores.DeLista<?> _,
          Valores.Departamento<?> _,
          Valores.Municipio<?> _,
          Valores.Caja<?> _,
          Valores.TipoDocumento<?> _ ->
          true;
    };
  }

  private String tipos(Rol rol) {
    return catalogos.tiposDocumento(rol).stream()
        .map(TipoDocumento::codigo)
        .collect(Collectors.joining(", "));
  }

  private static Hallazgo hallazgo(Campo<?> campo, String mensaje, boolean esGlosa) {
    return new Hallazgo(new Glosa(campo.nombreEnCable(), campo.codigo(), mensaje), esGlosa);
  }

  private static String segun(Condicion<?> condicion) {
    return ", según " + condicion.etiqueta() + ".";
  }

  private static String sujeto(Campo<?> campo) {
    var etiqueta = campo.etiqueta();
    return Character.toUpperCase(etiqueta.charAt(0)) + etiqueta.substring(1);
  }
}
