package co.satccf.model.catalogo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogosTest {
  private final Catalogos catalogos = Catalogos.predeterminados();

  @Test
  void hasEveryDepartamentoAndTheMunicipalitiesKnown() {
    assertThat(catalogos.departamentos()).hasSize(33).contains("05", "11", "88", "99");
    assertThat(catalogos.municipios()).hasSize(1120);
    assertThat(catalogos.tieneMunicipio("05", "001")).isTrue();
    assertThat(catalogos.tieneMunicipio("19", "300")).isTrue();
    assertThat(catalogos.tieneMunicipio("11", "002")).isFalse();
    assertThat(catalogos.tieneDepartamento("5")).isFalse();
  }

  @Test
  void hasTheCajasOperatingAndHistoric() {
    assertThat(catalogos.cajas()).hasSize(54);
    assertThat(catalogos.caja("CCF04")).map(Caja::nombre).hasValue("Comfama");
    assertThat(catalogos.caja("CCF12")).map(Caja::historica).hasValue(true);
    assertThat(catalogos.caja("CCF024")).isEmpty();
  }

  @Test
  void flagsTheListsNoOfficialTextGives() {
    assertThat(catalogos.lista(Lista.ESTADO_PAGO).values()).allMatch(Codigo::porConfirmar);
    assertThat(catalogos.lista(Lista.CAUSAL_RETIRO)).hasSize(5);
    assertThat(catalogos.lista(Lista.SEXO).sequencedKeySet()).containsExactly("H", "M");
    assertThat(catalogos.lista(Lista.TIPO_PERSONA).values()).noneMatch(Codigo::porConfirmar);
  }

  @Test
  void admitsDocumentTypesByRole() {
    assertThat(catalogos.tiposDocumento(Rol.EMPLEADOR))
        .extracting(TipoDocumento::codigo)
        .containsExactlyInAnyOrder("NI", "CC", "CE", "CD", "PE", "PT");
    assertThat(catalogos.tiposDocumento(Rol.REPRESENTANTE))
        .extracting(TipoDocumento::codigo)
        .containsExactlyInAnyOrder("CC", "CE", "CD", "PE", "PT");
    assertThat(catalogos.tiposDocumento(Rol.TRABAJADOR))
        .extracting(TipoDocumento::codigo)
        .containsExactlyInAnyOrder("RC", "TI", "CC", "CE", "CD", "PE", "PT");
  }

  @Test
  void replacesOneFileAndKeepsTheOthers(@TempDir Path carpeta) throws IOException {
    // Given
    Files.writeString(
        carpeta.resolve("estado-pago.csv"),
        "\uFEFFcodigo,descripcion,por_confirmar\r\nA,\"Al día, sin \"\"mora\"\"\",no\r\n\r\n");

    // When
    var propios = Catalogos.desde(carpeta);

    // Then
    assertThat(propios.lista(Lista.ESTADO_PAGO).values())
        .containsExactly(new Codigo("A", "Al día, sin \"mora\"", false));
    assertThat(propios.lista(Lista.SEXO)).isEqualTo(catalogos.lista(Lista.SEXO));
    assertThat(propios.municipios()).hasSize(1120);
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = ';',
      value = {
        "sexo.csv; codigo,por_confirmar|H,no; línea 1; encabezado",
        "sexo.csv; codigo,descripcion,por_confirmar; sexo.csv; ningún registro",
        "sexo.csv; codigo,descripcion,por_confirmar|H,Hombre; línea 2; trae 2 columnas y deben ser 3",
        "sexo.csv; codigo,descripcion,por_confirmar|H,Hombre,no|H,Otro,no; línea 3; H está repetido",
        "sexo.csv; codigo,descripcion,por_confirmar|H,Hombre,tal vez; línea 2; si o no",
        "sexo.csv; codigo,descripcion,por_confirmar|,Hombre,no; línea 2; codigo está vacía",
        "sexo.csv; codigo,descripcion,por_confirmar|H,\"Hombre,no; línea 2; comillas",
        "divipola.csv; departamento,municipio,nombre_departamento,nombre_municipio|5,001,A,M; línea 2; dos dígitos",
        "divipola.csv; departamento,municipio,nombre_departamento,nombre_municipio|05,1,A,M; línea 2; tres dígitos",
        "ccf.csv; codigo,nombre,nit,dv,historica|CCF1,X,,,no; línea 2; CCF y dos o tres dígitos",
        "tipo-documento.csv; codigo,descripcion,empleador,representante,trabajador,patron,por_confirmar|NI,NIT,si,no,no,[0-9,no; línea 2; expresión regular",
        "estadopago.csv; codigo,descripcion,por_confirmar|1,Al día,no; estadopago.csv; no es un catálogo conocido"
      })
  void refusesAMalformedFileNamingWhereAndWhat(
      String nombre, String contenido, String donde, String que, @TempDir Path carpeta)
      throws IOException {
    // Given
    var archivo = carpeta.resolve(nombre);
    Files.writeString(archivo, contenido.replace('|', '\n'));

    // When / Then
    assertThatThrownBy(() -> Catalogos.desde(carpeta))
        .isInstanceOf(CatalogoInvalidoException.class)
        .hasMessageContaining(archivo.toString())
        .hasMessageContaining(donde)
        .hasMessageContaining(que);
  }

  @Test
  void refusesAFileInAnotherCharset(@TempDir Path carpeta) throws IOException {
    // Given
    Files.write(
        carpeta.resolve("sexo.csv"),
        "codigo,descripcion,por_confirmar\nM,Señora,no\n".getBytes(StandardCharsets.ISO_8859_1));

    // When / Then
    assertThatThrownBy(() -> Catalogos.desde(carpeta)).hasMessageContaining("UTF-8");
  }

  @Test
  void refusesAFolderThatDoesNotExist(@TempDir Path carpeta) {
    assertThatThrownBy(() -> Catalogos.desde(carpeta.resolve("no-hay")))
        .isInstanceOf(CatalogoInvalidoException.class)
        .hasMessageContaining("no es una carpeta");
  }
}
