-- What only a person can move, for its gauge: few among however many wait.
create index reporte_para_persona on reporte (servicio, estado)
  where estado in ('INCIERTO', 'POR_CONFIRMAR') and (estado = 'POR_CONFIRMAR' or no_antes = 'infinity');

-- The newest entries of a person, or of an act, in a long audit.
create index auditoria_de_quien on auditoria (quien, numero);
create index auditoria_de_accion on auditoria (accion, numero);
