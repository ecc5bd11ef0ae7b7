-- What operators do with a quarantined record and with a whole SAT service.

-- A record leaves the quarantine by being placed after all, or because somebody decided it is nothing to report.
-- desenlace says what a replayed record became; servicio and radicado, which report.
alter table cuarentena
  add column estado    text not null default 'ABIERTA' check (estado in ('ABIERTA', 'REPROCESADA', 'DESCARTADA')),
  add column desde     timestamptz,
  add column desenlace text check (desenlace in ('REPORTE', 'CORRECCION', 'REGISTRO', 'REPETIDO')),
  add column servicio  text,
  add column radicado  text,
  add check ((estado = 'REPROCESADA') = (desenlace is not null)),
  add check ((estado = 'ABIERTA') = (desde is null));
create index cuarentena_abierta on cuarentena (id) where estado = 'ABIERTA';

-- Who paused a service (null: the glosa brake) and who fixed its cupo. What answers said before reanudado no longer
-- counts for any replica's brake.
alter table despacho
  add column pausa_quien text,
  add column reanudado   timestamptz,
  add column cupo_motivo text,
  add column cupo_quien  text,
  add column cupo_desde  timestamptz;

-- When each version of a report was kept, for its constancia.
alter table cuerpo add column guardado timestamptz not null default now();
