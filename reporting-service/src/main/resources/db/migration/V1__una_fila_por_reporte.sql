-- Next offset of sat.resultados by partition, moved in the transaction of what was read.
CREATE TABLE posicion (
  topico    text   NOT NULL,
  particion int    NOT NULL,
  siguiente bigint NOT NULL CHECK (siguiente >= 0),
  PRIMARY KEY (topico, particion)
);

-- The newest outcome of each report. Everything can be built again by reading the topic from its beginning.
CREATE TABLE reporte (
  servicio          text        NOT NULL,
  radicado          text        NOT NULL,
  revision          int         NOT NULL,
  version           int         NOT NULL,
  intento           int         NOT NULL,
  estado            text        NOT NULL CHECK (estado IN (
    'PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR',
    'ACEPTADO', 'ACEPTADO_CON_ALERTA', 'RETIRADO', 'SUSTITUIDO')),
  bloqueo           text,
  origen            text,
  codigo            text,
  empleador         text        NOT NULL,
  trabajador        text,
  departamento      text,
  tipo_rezago       smallint    NOT NULL CHECK (tipo_rezago BETWEEN 1 AND 4),
  instante_evento   timestamptz NOT NULL,
  instante_recibido timestamptz NOT NULL,
  instante          timestamptz NOT NULL,
  -- The day in Bogotá it counts on: that of the answer once there is a last one, until then that of the reception.
  dia               date        NOT NULL GENERATED ALWAYS AS ((
    CASE WHEN estado IN ('ACEPTADO', 'ACEPTADO_CON_ALERTA', 'RETIRADO', 'SUSTITUIDO')
      THEN instante ELSE instante_recibido END AT TIME ZONE 'America/Bogota')::date) STORED,
  -- Seconds from the event to the acceptance.
  demora            int         GENERATED ALWAYS AS (
    CASE WHEN estado IN ('ACEPTADO', 'ACEPTADO_CON_ALERTA')
      THEN least(extract(epoch FROM instante - instante_evento), 2147483647)::int END) STORED,
  PRIMARY KEY (servicio, radicado)
) WITH (
  -- Each row is updated two or three times: room on its page keeps it there.
  fillfactor = 80,
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.02
);

-- Events of the ERP that a family service could not place, by their offset on the ERP's topic.
CREATE TABLE cuarentena (
  topico        text        NOT NULL,
  particion     int         NOT NULL,
  posicion      bigint      NOT NULL,
  evento_source text,
  evento_id     text,
  motivos       text[]      NOT NULL,
  instante      timestamptz NOT NULL,
  PRIMARY KEY (topico, particion, posicion)
);

-- Outcomes that this service could not read; the record itself stays on the topic.
CREATE TABLE resultado_ilegible (
  topico    text   NOT NULL,
  particion int    NOT NULL,
  posicion  bigint NOT NULL,
  motivo    text   NOT NULL,
  instante  timestamptz NOT NULL,
  PRIMARY KEY (topico, particion, posicion)
);
