-- Terms, and the questions of the ERP about its own events and people.

-- Unfinished reports by due date: a page of the overdue reads one page of this index, whatever has been settled.
create index reporte_por_vencer on reporte (vence, id) include (servicio)
  where estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR');

-- Everything ever reported of an employer, or of a worker, by reference.
create index reporte_por_empleador on reporte (empleador, id);
create index reporte_por_trabajador on reporte (trabajador, id) where trabajador is not null;

-- What became of an event.
create index cuerpo_por_evento on cuerpo (evento_id, evento_source);
create index cuarentena_por_evento on cuarentena (evento_id, evento_source) where evento_id is not null;
create index correccion_por_evento on correccion (evento_id, evento_source);

-- An event that states a known radicado once more, under another identity: which one it repeats.
alter table evento
  add column repite_servicio text,
  add column repite_radicado text;
