-- The persons through whom the fund comes to use the Ministry's services (manual MN82, section 5),
-- and how far each has come. Who they are stands sealed.
create table acreditado (
  id                   uuid        primary key,
  rol                  text        not null,
  cifrado              bytea       not null,
  clave                text        not null,
  ciudadano_registrado date,
  rol_registrado       date,
  autorizado           date,
  version              integer     not null default 1
);
comment on column acreditado.cifrado is
  'Document, names and e-mail: AES-256-GCM, with table and id as associated data';
comment on column acreditado.clave is 'Id of the key in the ring';

-- One row while the representante legal is being changed (SISPRO procedures, section 7).
create table cambio_de_representante (
  unica    boolean     primary key default true check (unica),
  cifrado  bytea       not null,
  clave    text        not null,
  iniciado timestamptz not null default ahora(),
  pasos    date[]      not null default '{}',
  version  integer     not null default 1
);
comment on column cambio_de_representante.cifrado is 'Who is to be it, sealed as in "acreditado"';
comment on column cambio_de_representante.pasos is 'When each step was done, in their order';
