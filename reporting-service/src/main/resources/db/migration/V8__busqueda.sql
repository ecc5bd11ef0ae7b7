-- The console's search by state or by code of a glosa alone: of nearly all reports nobody asks either.
CREATE INDEX reporte_por_estado ON reporte (estado, instante_recibido, servicio, radicado) WHERE estado <> 'ACEPTADO';
CREATE INDEX reporte_por_codigo ON reporte (codigo, instante_recibido, servicio, radicado)
  WHERE codigo IS NOT NULL AND estado <> 'ACEPTADO';
