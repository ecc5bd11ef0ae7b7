package co.satccf.model.esquema;

import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.catalogo.Codigo;
import co.satccf.model.catalogo.TipoDocumento;
import co.satccf.model.contrato.Campo;
import co.satccf.model.contrato.Contratos;
import co.satccf.model.contrato.Presencia;
import co.satccf.model.contrato.Valores;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contracts as Markdown, in Spanish, for ERP teams and operators. */
public final class TablaDeCampos {
  private final Catalogos catalogos;
  private final Contratos contratos;

  public TablaDeCampos(Catalogos catalogos, Contratos contratos) {
    this.catalogos = catalogos;
    this.contratos = contratos;
  }

  /** The table of one service, its heading included, ending in a line break. */
  public String de(ServicioSat servicio) {
    var texto = new StringBuilder();
    var campos = contratos.campos(servicio);
    texto
        .append("## %s (%d campos)\n\n".formatted(servicio.nombre(), campos.size()))
        .append("Evento `%s`, `POST %s`.\n\n".formatted(servicio.tipoEvento(), servicio.ruta()))
        .append("| # | campo en SAT | en el evento | presencia | máx. | valores | glosa |\n")
        .append("|---|---|---|---|---|---|---|\n");
    for (int i = 0; i < campos.size(); i++) {
      texto.append(fila(i + 1, campos.get(i)));
    }
    return texto.toString();
  }

  private String fila(int numero, Campo<?> campo) {
    return "| %d | %s | `%s` | %s | %d | %s | %s |\n"
        .formatted(
            numero,
            campo.nombreEnCable(),
            campo.ruta(),
            presencia(campo.presencia()),
            campo.longitud(),
            valores(campo),
            campo.codigo());
  }

  private static String presencia(Presencia<?> presencia) {
    var condicion = presencia.condicion();
    if (condicion == null) {
      return switch (presencia.exigencia()) {
        case SIEMPRE ->
            presencia.porDefecto().isEmpty()
                ? "obligatorio"
                : "si no viene, " + presencia.porDefecto();
        case SEGUN_CONDICION, NUNCA -> "opcional";
      };
    }
    var exige =
        switch (presencia.exigencia()) {
          case SIEMPRE -> Stream.of("obligatorio");
          case NUNCA -> Stream.of("opcional");
          case SEGUN_CONDICION ->
              condicion.exige().isEmpty()
                  ? Stream.of("opcional")
                  : Stream.of(
                      "obligatorio si %s es %s"
                          .formatted(condicion.etiqueta(), o(condicion.exige())));
        };
    var prohibe =
        condicion.prohibe().isEmpty()
            ? Stream.<String>empty()
            : Stream.of(
                "vacío si %s es %s".formatted(condicion.etiqueta(), o(condicion.prohibe())));
    return Stream.concat(exige, prohibe).collect(Collectors.joining("; "));
  }

  private String valores(Campo<?> campo) {
    var patron = campo.patron();
    var forma = patron == null ? "" : patron.descripcion();
    var catalogo =
        switch (campo.valores()) {
          case Valores.Libres<?> _ -> "";
          case Valores.Fecha<?> _ -> "fecha aaaa-mm-dd";
          case Valores.DeLista<?>(var lista) ->
              catalogos.lista(lista).values().stream()
                  .map(TablaDeCampos::codigo)
                  .collect(Collectors.joining(", "));
          case Valores.Departamento<?> _ -> "DIVIPOLA";
          case Valores.Municipio<?> _ -> "DIVIPOLA, según el departamento";
          case Valores.Caja<?> _ -> "catálogo de cajas";
          case Valores.TipoDocumento<?>(var rol) ->
              catalogos.tiposDocumento(rol).stream()
                  .map(TipoDocumento::codigo)
                  .collect(Collectors.joining(", "));
          case Valores.NumeroDocumento<?> _ -> "según el tipo de documento";
        };
    var severidad = campo.catalogoEstricto() ? "" : "fuera del catálogo solo se advierte";
    return Stream.of(forma, catalogo, severidad)
        .filter(parte -> !parte.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String codigo(Codigo codigo) {
    return codigo.codigo() + (codigo.porConfirmar() ? " (por confirmar)" : "");
  }

  private static String o(Set<String> valores) {
    return valores.stream().sorted().collect(Collectors.joining(" o "));
  }
}
