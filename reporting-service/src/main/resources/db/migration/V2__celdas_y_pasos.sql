-- What the questions of the board need beside the rows (docs/adr/0018).

-- Reports by everything they are grouped by, kept by triggers in the transaction that writes the row.
-- bloqueo and causa are '' where the report has none, departamento where it carries none.
CREATE TABLE celda (
  dia          date     NOT NULL,
  servicio     text     NOT NULL,
  tipo_rezago  smallint NOT NULL,
  departamento text     NOT NULL,
  estado       text     NOT NULL,
  bloqueo      text     NOT NULL,
  causa        text     NOT NULL,
  reportes     bigint   NOT NULL,
  PRIMARY KEY (dia, servicio, tipo_rezago, departamento, estado, bloqueo, causa)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);

-- Employers and workers that SAT has, since their first accepted report: a final state is never left.
CREATE TABLE cargado (
  clase      text        NOT NULL CHECK (clase IN ('EMPLEADOR', 'TRABAJADOR')),
  referencia text        NOT NULL,
  desde      timestamptz NOT NULL,
  dia        date        NOT NULL GENERATED ALWAYS AS ((desde AT TIME ZONE 'America/Bogota')::date) STORED,
  PRIMARY KEY (clase, referencia)
);
CREATE INDEX cargado_por_dia ON cargado (clase, dia);

-- Unfinished states a report has been in, but for being received: with them the rows tell any moment of the past.
-- glosas: [[codigo, campo], …]
CREATE TABLE paso (
  servicio text        NOT NULL,
  radicado text        NOT NULL,
  revision int         NOT NULL,
  estado   text        NOT NULL CHECK (estado IN ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')),
  codigo   text,
  glosas   jsonb       NOT NULL,
  instante timestamptz NOT NULL,
  PRIMARY KEY (servicio, radicado, revision)
);
CREATE INDEX paso_glosado ON paso (instante) WHERE estado = 'GLOSADO';

-- Unfinished reports by the instant of their event: those before a service's limit are overdue.
CREATE INDEX reporte_abierto ON reporte (servicio, instante_evento)
  WHERE estado IN ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR');
-- From event to acceptance, of some days.
CREATE INDEX reporte_aceptado ON reporte (servicio, dia) INCLUDE (demora)
  WHERE estado IN ('ACEPTADO', 'ACEPTADO_CON_ALERTA');

CREATE FUNCTION causa(estado text, codigo text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN estado IN ('GLOSADO', 'POR_CONFIRMAR') THEN coalesce(codigo, '') ELSE '' END;

CREATE FUNCTION contar_nuevos() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO celda AS c
  SELECT dia, servicio, tipo_rezago, coalesce(departamento, ''), estado, coalesce(bloqueo, ''), causa(estado, codigo),
    count(*)
  FROM nuevos GROUP BY 1, 2, 3, 4, 5, 6, 7
  ON CONFLICT (dia, servicio, tipo_rezago, departamento, estado, bloqueo, causa)
    DO UPDATE SET reportes = c.reportes + excluded.reportes;
  INSERT INTO cargado AS c (clase, referencia, desde)
  SELECT CASE servicio WHEN 'InicioRelacionLaboral' THEN 'TRABAJADOR' ELSE 'EMPLEADOR' END,
    CASE servicio WHEN 'InicioRelacionLaboral' THEN trabajador ELSE empleador END, min(instante)
  FROM nuevos
  WHERE estado IN ('ACEPTADO', 'ACEPTADO_CON_ALERTA')
    AND (servicio IN ('AfiliacionPrimeraVez', 'AfiliacionNoPrimeraVez')
      OR servicio = 'InicioRelacionLaboral' AND trabajador IS NOT NULL)
  GROUP BY 1, 2
  ON CONFLICT (clase, referencia) DO UPDATE SET desde = excluded.desde WHERE excluded.desde < c.desde;
  RETURN NULL;
END $$;

CREATE FUNCTION descontar_viejos() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE celda c SET reportes = c.reportes - v.reportes
  FROM (
    SELECT dia, servicio, tipo_rezago, coalesce(departamento, '') AS departamento, estado,
      coalesce(bloqueo, '') AS bloqueo, causa(estado, codigo) AS causa, count(*) AS reportes
    FROM viejos GROUP BY 1, 2, 3, 4, 5, 6, 7) v
  WHERE (c.dia, c.servicio, c.tipo_rezago, c.departamento, c.estado, c.bloqueo, c.causa)
    = (v.dia, v.servicio, v.tipo_rezago, v.departamento, v.estado, v.bloqueo, v.causa);
  RETURN NULL;
END $$;

CREATE TRIGGER reporte_nuevo AFTER INSERT ON reporte
  REFERENCING NEW TABLE AS nuevos FOR EACH STATEMENT EXECUTE FUNCTION contar_nuevos();
CREATE TRIGGER reporte_cambiado_antes AFTER UPDATE ON reporte
  REFERENCING OLD TABLE AS viejos FOR EACH STATEMENT EXECUTE FUNCTION descontar_viejos();
CREATE TRIGGER reporte_borrado AFTER DELETE ON reporte
  REFERENCING OLD TABLE AS viejos FOR EACH STATEMENT EXECUTE FUNCTION descontar_viejos();
CREATE TRIGGER reporte_cambiado_despues AFTER UPDATE ON reporte
  REFERENCING NEW TABLE AS nuevos FOR EACH STATEMENT EXECUTE FUNCTION contar_nuevos();

-- Everything that the topic gives again when it is read from its beginning.
CREATE FUNCTION olvidar_proyeccion() RETURNS void LANGUAGE sql AS $$
  TRUNCATE posicion, reporte, celda, cargado, paso, cuarentena, resultado_ilegible
$$;

-- Every report that had been received before the cut-off, as it stood then, and since when.
CREATE FUNCTION al_corte(corte timestamptz) RETURNS TABLE (
  servicio text, radicado text, estado text, codigo text, empleador text, trabajador text, departamento text,
  tipo_rezago smallint, instante_evento timestamptz, instante timestamptz, instante_recibido timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT servicio, radicado, estado, codigo, empleador, trabajador, departamento, tipo_rezago, instante_evento,
    instante, instante_recibido
  FROM reporte WHERE instante < corte AND instante_recibido < corte
  UNION ALL
  SELECT r.servicio, r.radicado, coalesce(p.estado, 'PENDIENTE'), p.codigo, r.empleador, r.trabajador, r.departamento,
    r.tipo_rezago, r.instante_evento, coalesce(p.instante, r.instante_recibido), r.instante_recibido
  FROM reporte r LEFT JOIN LATERAL (
    SELECT p.estado, p.codigo, p.instante FROM paso p
    WHERE p.servicio = r.servicio AND p.radicado = r.radicado AND p.instante < corte
    ORDER BY p.revision DESC LIMIT 1) p ON true
  WHERE r.instante >= corte AND r.instante_recibido < corte
$$;
