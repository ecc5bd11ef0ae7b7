-- What the console's board counts beside the cells (docs/adr/0019). Until the projection is built again, what was refused
-- before this migration counts as sent by nobody.

-- Nothing is stored between the count and the trigger that goes on with it, though the old version reads on.
LOCK TABLE reporte IN SHARE ROW EXCLUSIVE MODE;

-- Reports by the day in Bogotá they were received on, whatever became of them.
CREATE TABLE recibido (
  dia      date   NOT NULL,
  servicio text   NOT NULL,
  reportes bigint NOT NULL,
  PRIMARY KEY (dia, servicio)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);

INSERT INTO recibido
SELECT (instante_recibido AT TIME ZONE 'America/Bogota')::date, servicio, count(*) FROM reporte GROUP BY 1, 2;

CREATE FUNCTION contar_recibidos() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO recibido AS r
  SELECT (instante_recibido AT TIME ZONE 'America/Bogota')::date, servicio, count(*) FROM nuevos GROUP BY 1, 2
  ON CONFLICT (dia, servicio) DO UPDATE SET reportes = r.reportes + excluded.reportes;
  RETURN NULL;
END $$;
CREATE TRIGGER reporte_recibido AFTER INSERT ON reporte
  REFERENCING NEW TABLE AS nuevos FOR EACH STATEMENT EXECUTE FUNCTION contar_recibidos();

-- Who decided the state: SAT, LOCAL (our own validation: nothing was sent) or OPERADOR.
ALTER TABLE paso ADD COLUMN origen text;
CREATE INDEX paso_del_sat ON paso (instante, estado)
  WHERE origen = 'SAT' AND estado IN ('INCIERTO', 'GLOSADO', 'POR_CONFIRMAR');

-- The search of the console: newest first.
CREATE INDEX reporte_por_recepcion ON reporte (instante_recibido, servicio, radicado);

CREATE OR REPLACE FUNCTION olvidar_proyeccion() RETURNS void LANGUAGE sql AS $$
  TRUNCATE posicion, reporte, celda, recibido, cargado, paso, cuarentena, resultado_ilegible
$$;
