-- Opening balance from a file, and sending that is only simulated.

-- How far each file has been taken: lineas and huella (SHA-256 of those lines) move in the transaction of what they say.
create table saldo_inicial (
  archivo      text        primary key,
  formato      text        not null check (formato in ('CSV', 'NDJSON')),
  lineas       bigint      not null default 0,
  huella       bytea       not null,
  incorporados bigint      not null default 0,
  ya_estaban   bigint      not null default 0,
  malas        bigint      not null default 0,
  quien        text        not null,
  desde        timestamptz not null default now(),
  avance       timestamptz not null default now(),
  terminado    timestamptz
);

-- Lines that were passed over, by number and kind of defect: never what they say.
create table saldo_inicial_mala (
  archivo text   not null,
  linea   bigint not null,
  defecto text   not null,
  primary key (archivo, linea)
);

-- What a simulated turn has still to look at. A report leaves it with its first claim or its simulation.
create index reporte_por_simular on reporte (servicio, (tipo_rezago = 4), no_antes, id)
  where estado in ('PENDIENTE', 'INCIERTO') and bloqueo is null and simulado is null;
