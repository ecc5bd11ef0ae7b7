-- The catalogue of external web services (MinSalud, manual MN82, section 6). Of the seven that are
-- transmitted, address and ClientID are configuration; of any other, what stands here is a record.
create table servicio (
  nombre        text primary key,
  asignado      boolean not null,
  operacion     text,
  direccion     text,
  client_id     text unique,
  documentacion text,
  ultimo_uso    timestamptz,
  version       integer not null default 1
);
comment on column servicio.asignado is 'By the Ministry to this fund; one that is not is never called';
comment on column servicio.ultimo_uso is 'When a transmitter last got its token, to the minute';
comment on column servicio.version is 'Grows with each change by a person';

insert into servicio (nombre, asignado) values
  ('AfiliacionPrimeraVez', true),
  ('AfiliacionNoPrimeraVez', true),
  ('Desafiliacion', true),
  ('InicioRelacionLaboral', true),
  ('TerminacionRelacionLaboral', true),
  ('PerdidaAfiliacionCausaGrave', true),
  ('EstadoPagoEmpleador', true);

-- Why the Ministry is not called for a service, as callers are told it; null when it may be.
create function cierre(cual text) returns text language sql stable as $$
  select case when not exists (select from servicio where nombre = cual and asignado)
    then 'SERVICIO_NO_ASIGNADO' end
$$;
