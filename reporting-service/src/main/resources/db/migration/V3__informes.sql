-- The follow-up reports: what was made, what became of it, and who decided.

CREATE TABLE informe (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tipo           text        NOT NULL,
  corte          timestamptz NOT NULL,
  estado         text        NOT NULL CHECK (estado IN ('POR_HACER', 'DESCUADRADO', 'POR_APROBAR', 'APROBADO',
                   'ENVIANDO', 'ENVIADO', 'FALLIDO', 'INCIERTO', 'DESCARTADO')),
  motivo         text,
  creado         timestamptz NOT NULL DEFAULT now(),
  creado_por     text        NOT NULL,
  hecho          timestamptz,
  -- SHA-256 of its JSON form.
  huella         text,
  -- Tries to send it since somebody last let it go out.
  envios         int         NOT NULL DEFAULT 0,
  -- Nothing happens to it by itself before this.
  no_antes       timestamptz NOT NULL,
  -- What has been missing since then is not waited for any longer.
  paciencia      timestamptz NOT NULL,
  -- One replica works on it until then.
  arriendo_hasta timestamptz,
  CHECK ((hecho IS NULL) = (huella IS NULL))
);
-- One of a kind and cut-off, unless somebody threw it away.
CREATE UNIQUE INDEX informe_unico ON informe (tipo, corte) WHERE estado <> 'DESCARTADO';
CREATE INDEX informe_por_mover ON informe (corte, id) WHERE estado IN ('POR_HACER', 'APROBADO', 'ENVIANDO');

CREATE TABLE informe_archivo (
  informe   bigint NOT NULL REFERENCES informe,
  orden     int    NOT NULL,
  nombre    text   NOT NULL,
  tipo      text   NOT NULL,
  contenido bytea  NOT NULL,
  huella    text   NOT NULL,
  PRIMARY KEY (informe, nombre)
);
ALTER TABLE informe_archivo ALTER contenido SET STORAGE EXTERNAL;

CREATE TABLE informe_historia (
  numero   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  informe  bigint      NOT NULL REFERENCES informe,
  instante timestamptz NOT NULL DEFAULT now(),
  quien    text        NOT NULL,
  estado   text        NOT NULL,
  detalle  text
);
CREATE INDEX informe_historia_de ON informe_historia (informe, numero);

CREATE FUNCTION no_se_cambia() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows: % is refused', tg_table_name, tg_op;
END $$;
CREATE TRIGGER informe_archivo_congelado BEFORE UPDATE OR DELETE OR TRUNCATE ON informe_archivo
  FOR EACH STATEMENT EXECUTE FUNCTION no_se_cambia();
CREATE TRIGGER informe_historia_congelada BEFORE UPDATE OR DELETE OR TRUNCATE ON informe_historia
  FOR EACH STATEMENT EXECUTE FUNCTION no_se_cambia();

-- Up to when the schedule of each kind has been followed.
CREATE TABLE agenda (
  tipo  text        PRIMARY KEY,
  hasta timestamptz NOT NULL
);
