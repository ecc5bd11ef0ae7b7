-- Only who asks for due dates may take this index for a small table of all that is open: who looks for one report by its key
-- has read it to its end, as long as statistics were older than the backlog. The old one goes with it: that it stands is the
-- fault, and no version that asks for it has been released.
set local lock_timeout = '10s';
create index reporte_con_vencimiento on reporte (vence, id) include (servicio)
  where estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR') and vence < 'infinity';
drop index reporte_por_vencer;
