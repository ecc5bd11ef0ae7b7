package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.infra.BaseDeDatos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is promised of an upgrade (docs/despliegue.md): while pods change, and after a rollback, the
 * version before works on the schema of this one. So a migration only adds: whatever the version
 * before reads is there as it was, whatever it writes is taken, and no function or trigger does
 * otherwise with it, but for what is named here with its reason.
 */
class ExpansionTest {

  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();

  /** The three families have one set of migrations. */
  private enum Esquema {
    TOKEN("token-service"),
    TRANSMISOR("common/transmitter"),
    REPORTING("reporting-service");

    private final Path carpeta;

    Esquema(String modulo) {
      this.carpeta = RAIZ.resolve(modulo).resolve("src/main/resources/db/migration");
    }
  }

  private static final String PERSONAS =
      "rows of a new table about the persons of a report, whoever writes it; nothing else of the"
          + " write is touched";
  private static final String CELDAS =
      "cells beside the rows (ADR 18) have to count also what the version before writes";

  /**
   * What a migration does on purpose to how a statement of the version before works, as this test
   * tells it, and why that does no harm to it.
   */
  private static final Map<String, String> ADREDE =
      Map.ofEntries(
          Map.entry(
              "TOKEN V3: function cierre(cual text) works otherwise",
              "without accepted terms no version may hand out a token"),
          Map.entry("TRANSMISOR V3: trigger reporte.reporte_implica works otherwise", PERSONAS),
          Map.entry(
              "TRANSMISOR V3: trigger reporte.reporte_implica_a_otro works otherwise", PERSONAS),
          Map.entry("REPORTING V2: trigger reporte.reporte_nuevo works otherwise", CELDAS),
          Map.entry("REPORTING V2: trigger reporte.reporte_cambiado_antes works otherwise", CELDAS),
          Map.entry(
              "REPORTING V2: trigger reporte.reporte_cambiado_despues works otherwise", CELDAS),
          Map.entry("REPORTING V2: trigger reporte.reporte_borrado works otherwise", CELDAS),
          Map.entry("REPORTING V5: trigger reporte.reporte_recibido works otherwise", CELDAS),
          Map.entry(
              "REPORTING V5: function olvidar_proyeccion() works otherwise",
              "what is built again empties the new table of cells, too"),
          Map.entry(
              "REPORTING V7: trigger posicion.posicion_olvidada works otherwise",
              "whoever builds everything again forgets the gaps"));

  /**
   * A schema.
   *
   * @param cosas what there is by name, as it is defined
   * @param conductas functions and triggers by name, as they work
   * @param exigencias what holds a writer back, with the columns it looks at, {@code tabla.columna}
   *     each; with none it holds back whoever does not know of it
   */
  private record Foto(
      Map<String, String> cosas, Map<String, String> conductas, Map<String, String> exigencias) {

    boolean tiene(String columna) {
      return cosas.keySet().stream().anyMatch(("column " + columna)::equals);
    }
  }

  @TempDir private static Path carpeta;

  private static BaseDeDatos base = BaseDeDatos.en(Path.of("unused"), 1);

  @BeforeAll
  static void startTheDatabase() {
    base = BaseDeDatos.en(carpeta.resolve("postgres"));
    base.start();
  }

  @AfterAll
  static void stopTheDatabase() {
    base.stop();
  }

  @ParameterizedTest
  @EnumSource
  void theVersionBeforeWorksOnTheSchemaOfThisOne(Esquema esquema) throws Exception {
    base.crear(esquema.name().toLowerCase(Locale.ROOT));
    try (Connection connection = conectar(esquema)) {
      List<Path> migraciones = migraciones(esquema.carpeta);
      assertThat(migraciones).hasSizeGreaterThan(1);
      Set<String> estorbos = new TreeSet<>();
      ejecutar(connection, Files.readString(migraciones.getFirst()));
      for (Path migracion : migraciones.subList(1, migraciones.size())) {
        Foto antes = foto(connection);
        ejecutar(connection, Files.readString(migracion));
        estorbos(antes, foto(connection))
            .forEach(
                estorbo ->
                    estorbos.add("%s V%d: %s".formatted(esquema, version(migracion), estorbo)));
      }
      assertThat(estorbos)
          .containsExactlyInAnyOrderElementsOf(
              ADREDE.keySet().stream().filter(uno -> uno.startsWith(esquema + " ")).toList());
    }
  }

  @Test
  void findsWhatWouldStandInTheWayOfTheVersionBefore() throws Exception {
    base.crear("estorbos");
    try (Connection connection =
        DriverManager.getConnection(
            base.jdbcUrl("estorbos"), BaseDeDatos.USUARIO, BaseDeDatos.CLAVE)) {
      ejecutar(
          connection,
          """
          create table a (id int primary key, x text, y int, z int not null default 0);
          create table b (id int);
          create function f(n int) returns int language sql return n;
          create function g(n int) returns int language sql as 'select n';
          create function h() returns trigger language plpgsql as 'begin return new; end';
          create trigger cambia before insert on a for each row execute function h();
          """);
      Foto antes = foto(connection);
      ejecutar(
          connection,
          """
          alter table a add column nuevo int not null, add column suelto int, add column con int not null default 1;
          alter table a rename column x to w;
          alter table a alter column y type bigint;
          alter table a alter column z drop default;
          alter table a add constraint positivo check (z > 0);
          create unique index uno on a (y);
          alter table a add constraint ajena check (suelto > 0);
          drop table b;
          drop function f;
          create table c (id int not null);
          create or replace function g(n int) returns int language sql as 'select n + 1';
          create trigger nuevo before update on a for each row execute function h();
          create or replace trigger cambia before insert or delete on a for each row execute function h();
          create trigger ajeno before insert on c for each row execute function h();
          """);
      assertThat(estorbos(antes, foto(connection)))
          .containsExactlyInAnyOrder(
              "column a.x text nullable null is not as it was",
              "column a.y integer nullable null is not as it was",
              "column a.z integer not null 0 is not as it was",
              "table b is not as it was",
              "column b.id integer nullable null is not as it was",
              "function f(n integer) integer is not as it was",
              "function f(n integer) works otherwise",
              "function g(n integer) works otherwise",
              "trigger a.cambia works otherwise",
              "trigger a.nuevo works otherwise",
              "a.nuevo has to be written",
              "a.z has to be written",
              "a: CHECK ((z > 0))",
              "a: UNIQUE uno");
    }
  }

  /** What is gone or other than it was, and what tables that were there demand since. */
  private static Set<String> estorbos(Foto antes, Foto despues) {
    Set<String> estorbos = new TreeSet<>();
    antes
        .cosas()
        .forEach(
            (nombre, como) -> {
              if (!como.equals(despues.cosas().get(nombre))) {
                estorbos.add("%s %s is not as it was".formatted(nombre, como).replace("  ", " "));
              }
            });
    despues.conductas().keySet().stream()
        .filter(nombre -> nombre.startsWith("trigger "))
        .filter(nombre -> antes.cosas().containsKey("table " + nombre.split("[ .]")[1]))
        .filter(nombre -> !antes.conductas().containsKey(nombre))
        .forEach(nuevo -> estorbos.add(nuevo + " works otherwise"));
    antes
        .conductas()
        .forEach(
            (nombre, como) -> {
              if (!como.equals(despues.conductas().get(nombre))) {
                estorbos.add(nombre + " works otherwise");
              }
            });
    despues
        .exigencias()
        .forEach(
            (exigencia, columnas) -> {
              boolean deAntes = antes.cosas().containsKey("table " + exigencia.split("[:.]")[0]);
              boolean leToca =
                  columnas.isEmpty() || Stream.of(columnas.split(",")).anyMatch(antes::tiene);
              if (deAntes && leToca && !antes.exigencias().containsKey(exigencia)) {
                estorbos.add(exigencia);
              }
            });
    return estorbos;
  }

  private static Foto foto(Connection connection) throws SQLException {
    Map<String, String> cosas = new TreeMap<>();
    Map<String, String> conductas = new TreeMap<>();
    Map<String, String> exigencias = new TreeMap<>();
    leer(
        connection,
        "select 'table ' || table_name, '' from information_schema.tables where table_schema = 'public'",
        cosas::put);
    leer(
        connection,
        """
        select format('column %s.%s', table_name, column_name),
          format('%s %s %s', data_type, case is_nullable when 'YES' then 'nullable' else 'not null' end,
            coalesce(column_default, 'null'))
        from information_schema.columns where table_schema = 'public'
        """,
        cosas::put);
    leer(
        connection,
        """
        select format('function %s(%s)', proname, pg_get_function_identity_arguments(oid)), pg_get_function_result(oid)
        from pg_proc where pronamespace = 'public'::regnamespace
        """,
        cosas::put);
    leer(
        connection,
        """
        select format('function %s(%s)', proname, pg_get_function_identity_arguments(oid)), pg_get_functiondef(oid)
        from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'
        union all
        select format('trigger %s.%s', tgrelid::regclass, tgname), pg_get_triggerdef(oid)
        from pg_trigger where not tgisinternal and tgparentid = 0
        """,
        conductas::put);
    leer(
        connection,
        """
        select format('%s.%s has to be written', table_name, column_name), ''
        from information_schema.columns
        where table_schema = 'public' and is_nullable = 'NO' and column_default is null
          and is_identity = 'NO' and is_generated = 'NEVER'
        """,
        exigencias::put);
    leer(
        connection,
        """
        select format('%s: %s', conrelid::regclass, pg_get_constraintdef(c.oid)),
          (select string_agg(format('%s.%s', conrelid::regclass, attname), ',') from pg_attribute
           where attrelid = conrelid and attnum = any (conkey))
        from pg_constraint c
        where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'x') and conparentid = 0
        """,
        exigencias::put);
    leer(
        connection,
        """
        select format('%s: UNIQUE %s', indrelid::regclass, indexrelid::regclass),
          coalesce((select string_agg(format('%s.%s', indrelid::regclass, attname), ',') from pg_attribute
                    where attrelid = indrelid and attnum = any (indkey)), '')
        from pg_index where indisunique and indrelid in (
          select oid from pg_class where relnamespace = 'public'::regnamespace)
        """,
        exigencias::put);
    return new Foto(cosas, conductas, exigencias);
  }

  private interface Par {
    void es(String nombre, String como);
  }

  private static void leer(Connection connection, String sql, Par par) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet filas = statement.executeQuery(sql)) {
      while (filas.next()) {
        par.es(filas.getString(1), filas.getString(2));
      }
    }
  }

  /** In one transaction, as Flyway runs it. */
  private static void ejecutar(Connection connection, String guion) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(guion);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static List<Path> migraciones(Path carpeta) throws IOException {
    try (Stream<Path> archivos = Files.list(carpeta)) {
      List<Path> migraciones = new ArrayList<>(archivos.toList());
      migraciones.sort(Comparator.comparingInt(ExpansionTest::version));
      return migraciones;
    }
  }

  private static int version(Path migracion) {
    String nombre = migracion.getFileName().toString();
    return Integer.parseInt(nombre.substring(1, nombre.indexOf("__")));
  }

  private static Connection conectar(Esquema esquema) throws SQLException {
    return DriverManager.getConnection(
        base.jdbcUrl(esquema.name().toLowerCase(Locale.ROOT)),
        BaseDeDatos.USUARIO,
        BaseDeDatos.CLAVE);
  }
}
