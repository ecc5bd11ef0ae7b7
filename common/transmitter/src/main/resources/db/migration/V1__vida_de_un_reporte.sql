-- The store of one family service. Column names are Spanish where the domain's are.
-- Times are the database's; references are HMACs, never documents.

-- A hash under the key that the references of this store are made with: another one is refused at the start.
create table clave_de_referencias (
  unica        boolean primary key default true check (unica),
  comprobacion bytea   not null
);

-- Offsets of the topics this service reads, moved in the transaction of what was read.
create table posicion (
  topico    text   not null,
  particion int    not null,
  siguiente bigint not null,
  primary key (topico, particion)
);

-- Inbox: one row for each event ever taken in, whatever became of it.
create table evento (
  source       text  not null,
  id           text  not null,
  hash         bytea not null,
  destino      text  not null check (destino in ('REPORTE', 'CORRECCION', 'CUARENTENA', 'REGISTRO')),
  repeticiones int   not null default 0,
  primary key (source, id)
);
create index evento_repetido on evento (repeticiones) where repeticiones > 0;
create index evento_de_registro on evento (destino) where destino = 'REGISTRO';

-- One row per SAT service: what the whole fleet may do with it. Locked for the short claim.
-- cupo is the limit in flight that was found, busqueda how, ronda counts its changes; piso and techo are configuration's,
-- and those that an operator fixes win.
create table despacho (
  servicio      text    primary key,
  requisito     text    not null check (requisito in ('LIBRE', 'DEPARTAMENTO', 'ALGUN_DEPARTAMENTO', 'ALGUNA_VEZ')),
  cupo          int     not null check (cupo > 0),
  ronda         int     not null default 0,
  busqueda      jsonb,
  piso          int     not null check (piso > 0),
  techo         int     not null check (techo >= piso),
  cupo_piso     int     check (cupo_piso > 0),
  cupo_techo    int     check (cupo_techo > 0 and cupo_techo >= cupo_piso),
  piso_vigente  int     not null generated always as (coalesce(cupo_piso, least(piso, cupo_techo))) stored,
  techo_vigente int     not null generated always as (coalesce(cupo_techo, greatest(techo, cupo_piso))) stored,
  cupo_vigente  int     not null generated always as (greatest(coalesce(cupo_piso, least(piso, cupo_techo)),
                          least(coalesce(cupo_techo, greatest(techo, cupo_piso)), cupo))) stored,
  pausado       boolean not null default false,
  pausa_motivo  text,
  pausa_desde   timestamptz,
  puerta        text,
  puerta_motivo text,
  puerta_desde  timestamptz,
  puerta_hasta  timestamptz
);

-- Employers that are, or ever were, in SAT.
create table empleador_sat (
  empleador    text        not null,
  departamento text        not null,
  estado       text        not null check (estado in ('INCORPORADO', 'DESAFILIADO', 'PERDIDO')),
  version      bigint      not null,
  desde        timestamptz not null,
  primary key (empleador, departamento)
);

-- Employers whose state changed and whose reports wait to be evaluated afresh.
create table despertar (
  id        bigint generated always as identity primary key,
  empleador text not null
);

-- The queue: narrow on purpose, the body stands in its own table.
-- No foreign keys on the hot path: a check of one would lock the row of despacho that claims queue for.
-- id is the order: rows of one key come from one partition, read by one owner at a time;
-- orden differs from it only where a report took over the place of the one it replaced (rule 12).
-- reenvios counts how often a body went back by the delay of its code; no_antes of a glosado one is the next time.
-- retencion is what an operator must lift; bloqueo is what holds the report now, whatever the reason.
create table reporte (
  id                bigint generated always as identity primary key,
  servicio          text        not null,
  radicado          text        not null,
  llave             uuid        not null,
  hecho             uuid,
  empleador         text        not null,
  departamento      text,
  trabajador        text,
  tipo_rezago       smallint    not null check (tipo_rezago between 1 and 4),
  estado            text        not null check (estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO',
                                  'POR_CONFIRMAR', 'ACEPTADO', 'ACEPTADO_CON_ALERTA', 'RETIRADO', 'SUSTITUIDO')),
  bloqueo           text        check (bloqueo in ('REPORTE_ANTERIOR', 'ANTERIOR_RETIRADO', 'POSIBLE_DUPLICADO',
                                  'EMPLEADOR_NO_INCORPORADO')),
  retencion         text        check (retencion in ('ANTERIOR_RETIRADO', 'POSIBLE_DUPLICADO')),
  dudoso            boolean     not null default false,
  origen            text        check (origen in ('SAT', 'LOCAL', 'OPERADOR')),
  codigo            text,
  version           int         not null default 1,
  revision          int         not null default 1,
  intento           int         not null default 0,
  fallos            int         not null default 0,
  reenvios          int         not null default 0,
  no_antes          timestamptz not null default now(),
  arriendo_hasta    timestamptz,
  orden             bigint,
  simulado          timestamptz,
  vence             timestamptz not null default 'infinity',
  instante_evento   timestamptz not null,
  recibido          timestamptz not null default now(),
  desde             timestamptz not null default now(),
  purgado           timestamptz,
  unique (servicio, radicado),
  check (bloqueo is null or estado in ('PENDIENTE', 'GLOSADO')),
  check ((estado = 'EN_VUELO') = (arriendo_hasta is not null))
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02);

-- One holder of the turn per key: a locking mistake is an error here, never a double send.
create unique index reporte_turno on reporte (llave)
  where estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
    and bloqueo is distinct from 'REPORTE_ANTERIOR';
create index reporte_fila on reporte (llave, coalesce(orden, id)) where bloqueo = 'REPORTE_ANTERIOR';
-- Class by class, as the cronograma opens them: a claim does not read what is due of a class that is closed.
create index reporte_listo on reporte (servicio, tipo_rezago, no_antes, id)
  where estado in ('PENDIENTE', 'INCIERTO') and bloqueo is null;
create index reporte_en_vuelo on reporte (servicio, arriendo_hasta) where estado = 'EN_VUELO';
create index reporte_de_empleador on reporte (empleador, id)
  where estado = 'PENDIENTE' and bloqueo is distinct from 'REPORTE_ANTERIOR';
-- What the sweeper holds against the register; it reads this index alone.
create index reporte_sin_incorporar on reporte (empleador) include (servicio, departamento)
  where estado = 'PENDIENTE' and bloqueo = 'EMPLEADOR_NO_INCORPORADO';
create index reporte_hecho on reporte (hecho) where hecho is not null;
-- What retention has to look at, oldest end first.
create index reporte_por_purgar on reporte (desde)
  where estado in ('ACEPTADO', 'ACEPTADO_CON_ALERTA', 'RETIRADO', 'SUSTITUIDO') and purgado is null;
-- Most reports have ended: they are counted in this index alone, which has a few bytes for each and is written once.
create index reporte_terminado on reporte (servicio, estado, simulado)
  where estado in ('ACEPTADO', 'ACEPTADO_CON_ALERTA', 'RETIRADO', 'SUSTITUIDO');
-- The newest payment state of an employer, and the older ones it takes the place of (rule 13).
create index reporte_estado_pago on reporte (llave, instante_evento)
  where servicio = 'EstadoPagoEmpleador' and estado not in ('RETIRADO', 'SUSTITUIDO');

-- The wire body of each version, exactly as it is sent, with the event it came from.
-- Here and below, clave is the id of the key that what is personal is encrypted under (AES-256-GCM); both are null once
-- it has been purged. huella is a keyed hash of it in clear, and stays.
create table cuerpo (
  reporte       bigint not null,
  version       int    not null,
  clave         text,
  contenido     bytea,
  huella        bytea  not null,
  evento_source text   not null,
  evento_id     text   not null,
  primary key (reporte, version),
  check ((clave is null) = (contenido is null))
);
-- Which rows are under which key: nearly all under one, so its entries are 6 bytes each.
create index cuerpo_por_clave on cuerpo (clave) where clave is not null;

-- Every answer and every silence; numero 0 is our own validation.
create table intento (
  reporte   bigint      not null,
  numero    int         not null,
  version   int         not null,
  instante  timestamptz not null default now(),
  duracion  int,
  veredicto text        not null,
  http      int,
  codigo    text,
  mensaje   text,
  glosas    jsonb,
  clave     text,
  respuesta bytea,
  aplicado  boolean     not null,
  check ((clave is null) = (respuesta is null))
) partition by range (instante);
create index intento_de_reporte on intento (reporte, numero);
create index intento_por_clave on intento (clave) where clave is not null;
-- What told too late that the Ministry has the report: hardly any.
create index intento_sin_efecto on intento (reporte)
  where not aplicado and veredicto in ('ACEPTADO', 'ACEPTADO_CON_ALERTA', 'YA_REPORTADO');

-- Creates the partitions of this month and the next three; harmless when they exist.
create function asegurar_particiones_de_intento() returns void language plpgsql as $$
declare
  mes date;
begin
  perform pg_advisory_xact_lock(3, 0);
  for i in 0..3 loop
    mes := date_trunc('month', now())::date + (i || ' month')::interval;
    execute format('create table if not exists %I partition of intento for values from (%L) to (%L)',
      'intento_' || to_char(mes, 'YYYYMM'), mes, (mes + interval '1 month')::date);
  end loop;
end $$;
select asegurar_particiones_de_intento();

-- What could not be placed, as it came.
create table cuarentena (
  id            bigint generated always as identity primary key,
  topico        text        not null,
  particion     int         not null,
  posicion      bigint      not null,
  evento_source text,
  evento_id     text,
  motivos       jsonb       not null,
  bytes         int         not null,
  clave         text,
  contenido     bytea,
  cabeceras     bytea,
  huella        bytea       not null,
  instante      timestamptz not null default now(),
  -- A topic made anew begins at 0 again: other bytes at a known place are kept, the same bytes once.
  unique (topico, particion, posicion, huella),
  check ((clave is null) = (contenido is null) and (clave is null) = (cabeceras is null))
);

create index cuarentena_por_clave on cuarentena (clave) where clave is not null;

-- Outbox; the first five columns are named as Debezium's router expects them.
create table salida (
  id            bigint generated always as identity primary key,
  aggregatetype text        not null,
  aggregateid   text        not null,
  type          text        not null,
  payload       jsonb       not null,
  topico        text        not null,
  llave         text        not null,
  instante      timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0.01);

-- Single-writer duties of the fleet, held for a while.
create table relevo (
  nombre text        primary key,
  dueno  uuid        not null,
  hasta  timestamptz not null
);

-- How far this store is known to have everything that its service told on sat.resultados (rule 16).
create table resultado_comprobado (
  particion int    primary key,
  siguiente bigint not null
);

-- After a restore: the last outcome of each report that the topic knows and the store does not.
-- sin_reporte marks what is left when the restore has ended: it makes no later start a restore.
create table resultado_por_reaplicar (
  servicio    text    not null,
  radicado    text    not null,
  revision    int     not null,
  resultado   jsonb   not null,
  sin_reporte boolean not null default false,
  primary key (servicio, radicado)
);

-- Orphans mended by the sweeper; must stay 0.
create table barrido (
  causa   text   primary key,
  huerfanos bigint not null default 0
);
insert into barrido (causa) values ('REPORTE_ANTERIOR'), ('EMPLEADOR_NO_INCORPORADO');

-- What holds a report whose turn it is (rule 2): never called for one that waits behind another.
create function bloqueo_en_turno(p_servicio text, p_empleador text, p_departamento text, p_retencion text)
returns text language sql stable as $$
  select case
    when p_retencion is not null then p_retencion
    when case (select requisito from despacho where servicio = p_servicio)
      when 'LIBRE' then true
      when 'DEPARTAMENTO' then exists (select from empleador_sat e
        where e.empleador = p_empleador and e.departamento = p_departamento and e.estado = 'INCORPORADO')
      when 'ALGUN_DEPARTAMENTO' then exists (select from empleador_sat e
        where e.empleador = p_empleador and e.estado = 'INCORPORADO')
      when 'ALGUNA_VEZ' then exists (select from empleador_sat e where e.empleador = p_empleador)
    end then null
    else 'EMPLEADOR_NO_INCORPORADO'
  end
$$;
