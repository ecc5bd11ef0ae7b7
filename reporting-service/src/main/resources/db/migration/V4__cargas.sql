-- Files of facts that people upload: what was taken in, what is wrong with it, and how far it is published.

CREATE TABLE carga (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  nombre         text        NOT NULL,
  -- CloudEvents type of every line of a sheet; null for NDJSON, whose lines tell it themselves.
  tipo           text,
  estado         text        NOT NULL CHECK (estado IN ('RECIBIENDO', 'POR_REVISAR', 'REVISANDO', 'REVISADA',
                   'PUBLICANDO', 'PUBLICADA', 'CANCELADA', 'VENCIDA')),
  motivo         text,
  creada         timestamptz NOT NULL DEFAULT now(),
  creada_por     text        NOT NULL,
  cambiada       timestamptz NOT NULL DEFAULT now(),
  -- SHA-256 of the file.
  huella         text,
  bytes          bigint      NOT NULL DEFAULT 0,
  lineas         int         NOT NULL DEFAULT 0,
  -- Which look at it counts: an earlier one that still runs may write nothing any more.
  revision       int         NOT NULL DEFAULT 0,
  revisadas      int         NOT NULL DEFAULT 0,
  erradas        int         NOT NULL DEFAULT 0,
  publicadas     int         NOT NULL DEFAULT 0,
  -- The next piece to publish.
  siguiente      int         NOT NULL DEFAULT 0,
  -- One replica publishes it until then.
  arriendo_hasta timestamptz,
  CHECK (estado = 'RECIBIENDO' OR huella IS NOT NULL)
);
CREATE INDEX carga_por_publicar ON carga (id) WHERE estado = 'PUBLICANDO';
CREATE INDEX carga_por_limpiar ON carga (cambiada);

-- Lines of one family in the order of the file, compressed and encrypted; gone when they are not needed.
CREATE TABLE carga_trozo (
  carga     bigint NOT NULL REFERENCES carga ON DELETE CASCADE,
  numero    int    NOT NULL,
  familia   text   NOT NULL,
  lineas    int    NOT NULL,
  clave     text   NOT NULL,
  contenido bytea  NOT NULL,
  PRIMARY KEY (carga, numero)
);
ALTER TABLE carga_trozo ALTER contenido SET STORAGE EXTERNAL;

-- What there is to say of a line, without any value of it.
CREATE TABLE carga_hallazgo (
  carga      bigint  NOT NULL REFERENCES carga ON DELETE CASCADE,
  linea      int     NOT NULL,
  resultado  text    NOT NULL,
  servicio   text,
  radicado   text,
  errada     boolean NOT NULL,
  notas      text    NOT NULL,
  -- Found while the file was taken in: the line is not kept, and no look at it finds it again.
  al_recibir boolean NOT NULL,
  PRIMARY KEY (carga, linea)
);
CREATE INDEX carga_hallazgo_errado ON carga_hallazgo (carga, linea) WHERE errada;

CREATE TABLE carga_historia (
  numero   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  carga    bigint      NOT NULL REFERENCES carga,
  instante timestamptz NOT NULL DEFAULT now(),
  quien    text        NOT NULL,
  estado   text        NOT NULL,
  detalle  text
);
CREATE INDEX carga_historia_de ON carga_historia (carga, numero);
CREATE TRIGGER carga_historia_congelada BEFORE UPDATE OR DELETE OR TRUNCATE ON carga_historia
  FOR EACH STATEMENT EXECUTE FUNCTION no_se_cambia();
