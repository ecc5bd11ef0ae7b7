-- Terms, and the questions of the ERP about its own events and people.

-- Unfinished reports by due date: a page of the overdue reads one page of this index, whatever has been settled.
create index reporte_por_vencer on reporte (vence, id) include (servicio)
  where estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR');

-- Whom each report is about, or was before a correction, by a hash of the reference. A table of its own, written once:
-- an index of reporte on the reference would be written again by every claim and every answer.
create table implicado (
  referencia bigint not null,
  reporte    bigint not null,
  primary key (referencia, reporte)
);

create function implicar_nuevos() returns trigger language plpgsql as $$
begin
  insert into implicado
  select hashtextextended(empleador, 0), id from nuevos
  union all
  select hashtextextended(trabajador, 0), id from nuevos where trabajador is not null
  on conflict do nothing;
  return null;
end $$;
create trigger reporte_implica after insert on reporte
  referencing new table as nuevos for each statement execute function implicar_nuevos();

create function implicar_corregido() returns trigger language plpgsql as $$
begin
  insert into implicado
  select hashtextextended(referencia, 0), new.id from unnest(array[new.empleador, new.trabajador]) referencia
  where referencia is not null
  on conflict do nothing;
  return null;
end $$;
create trigger reporte_implica_a_otro after update of empleador, trabajador on reporte
  for each row when ((old.empleador, old.trabajador) is distinct from (new.empleador, new.trabajador))
  execute function implicar_corregido();

-- The reports that were there before the triggers.
insert into implicado
select hashtextextended(empleador, 0), id from reporte
union all
select hashtextextended(trabajador, 0), id from reporte where trabajador is not null
on conflict do nothing;

-- What became of an event.
create index cuerpo_por_evento on cuerpo (hashtextextended(evento_id, 0));
create index cuarentena_por_evento on cuarentena (evento_id, evento_source) where evento_id is not null;
create index correccion_por_evento on correccion (evento_id, evento_source);

-- An event that states a known radicado once more, under another identity: which one it repeats.
alter table evento
  add column repite_servicio text,
  add column repite_radicado text;
