-- What people and corrections do to reports, and the proof of it.

-- Corrections: of a report in flight, of one not yet seen, and for the operator's tray (rule 12).
-- The event stands here as it came, so that it is read and checked when it is applied.
create table correccion (
  id            bigint generated always as identity primary key,
  servicio      text        not null,
  original      text        not null,
  radicado      text        not null,
  evento_source text        not null,
  evento_id     text        not null,
  topico        text        not null,
  particion     int         not null,
  posicion      bigint      not null,
  bytes         int         not null,
  clave         text,
  contenido     bytea,
  cabeceras     bytea,
  huella        bytea       not null,
  quien         text        not null,
  estado        text        not null default 'EN_ESPERA'
                check (estado in ('EN_ESPERA', 'EN_BANDEJA', 'APLICADA', 'RECHAZADA', 'DESCARTADA')),
  motivo        text,
  instante      timestamptz not null default now(),
  desde         timestamptz not null default now(),
  check ((clave is null) = (contenido is null) and (clave is null) = (cabeceras is null))
);
create index correccion_en_espera on correccion (servicio, original, id) where estado = 'EN_ESPERA';
create index correccion_por_clave on correccion (clave) where clave is not null;
-- Which radicado took the place of another.
create index correccion_con_radicado_nuevo on correccion (servicio, original)
  where estado = 'APLICADA' and radicado <> original;
create index correccion_en_bandeja on correccion (id) where estado = 'EN_BANDEJA';

-- Who changed what, when and why. numero has no gaps and each row seals the one before it.
create table auditoria (
  numero   bigint      primary key,
  instante timestamptz not null,
  quien    text        not null,
  accion   text        not null,
  objeto   text        not null,
  motivo   text        not null,
  detalle  text        not null,
  anterior bytea       not null,
  hash     bytea       not null
);
create index auditoria_de_objeto on auditoria (objeto, numero);

create function auditoria_solo_crece() returns trigger language plpgsql as $$
begin
  raise exception 'auditoria only grows: % is refused', tg_op;
end $$;
create trigger auditoria_solo_crece before update or delete or truncate on auditoria
  for each statement execute function auditoria_solo_crece();

-- What is sent again by code.
create index reporte_glosado on reporte (servicio, codigo, id) where estado = 'GLOSADO';
-- What goes again by the delay of its code (rule 13).
create index reporte_por_reenviar on reporte (servicio, no_antes) where estado = 'GLOSADO' and no_antes < 'infinity';
