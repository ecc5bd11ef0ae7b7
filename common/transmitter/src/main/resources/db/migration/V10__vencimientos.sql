-- Only who asks for due dates may take this index for a small table of all that is open: who looks for one report by its key
-- has read it to its end, as long as statistics were older than the backlog.
drop index reporte_por_vencer;
create index reporte_por_vencer on reporte (vence, id) include (servicio)
  where estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR') and vence < 'infinity';
