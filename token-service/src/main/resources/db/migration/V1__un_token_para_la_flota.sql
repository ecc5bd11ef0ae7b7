-- What the whole fleet of token-service knows. Every instant in these tables is the database's: replicas
-- send and receive lapses only, so that no clock of theirs decides.

-- The clock of the fleet.
create function ahora() returns timestamptz language sql volatile as 'select clock_timestamp()';

-- One row per ClientID: its live token, and why and until when the Ministry is not asked.
create table token (
  client_id            text primary key,
  servicio             text        not null,
  huella               text,
  cifrado              bytea,
  clave                text,
  pedido               timestamptz,
  renovar_desde        timestamptz,
  vigente_hasta        timestamptz,
  retirado             boolean     not null default false,
  rechazada            text,
  renovado_por_rechazo timestamptz,
  pausa                text,
  pausa_hasta          timestamptz,
  fallos               integer     not null default 0,
  constraint token_entero check (
    num_nulls(huella, cifrado, clave, pedido, renovar_desde, vigente_hasta) in (0, 6)),
  constraint pausa_entera check (num_nulls(pausa, pausa_hasta) in (0, 2))
);
comment on column token.huella is 'First 16 hexadecimal digits of the token''s SHA-256';
comment on column token.cifrado is 'AES-256-GCM: nonce, ciphertext, tag; the ClientID is associated data';
comment on column token.clave is 'Id of the key in the ring';
comment on column token.pedido is 'Just before the request that brought it: its life counts from here';
comment on column token.retirado is 'SAT refused it: handed out no more';
comment on column token.rechazada is 'The last token SAT refused while it was the current one, until another is granted';
comment on column token.fallos is 'Requests in a row without an answer';

-- One row: user and password are used by one request at a time, whatever the service and the replica.
create table puerta (
  unica    boolean primary key default true check (unica),
  portador uuid,
  cliente  text,
  hasta    timestamptz not null default '-infinity',
  probada  timestamptz
);
comment on column puerta.portador is 'One request: who holds the door until "hasta"; what it settles is fenced by this';
comment on column puerta.cliente is 'ClientID the request is made with';
comment on column puerta.probada is 'When a person last tried the credentials';
insert into puerta default values;

-- One row per user and password ever used, known by a keyed hash alone.
create table credencial (
  huella          text primary key,
  en_uso_desde    timestamptz not null default ahora(),
  ultimo_exito    timestamptz,
  ultimo_rechazo  timestamptz,
  rechazada_desde timestamptz,
  negada_a        text[]      not null default '{}',
  dudosa_hasta    timestamptz
);
comment on column credencial.huella is 'Id of the key, ":", HMAC-SHA-256 in base64url';
comment on column credencial.rechazada_desde is 'The Ministry said invalid_grant: not used again by itself';
comment on column credencial.negada_a is 'ClientIDs refused without a reason since the last success';
comment on column credencial.dudosa_hasta is 'Two of them: it may be the password, nobody tries it before';

-- Who did what, when, from where. Rows are only added.
create table auditoria (
  id       bigint generated always as identity primary key,
  instante timestamptz not null default ahora(),
  quien    text        not null,
  que      text        not null,
  desde    text        not null,
  detalle  text        not null default ''
);
comment on table auditoria is 'Never a user, a password or a token';
