-- What the fund shares with the Ministry (manual MN82, "Compartir servicios web con la Entidad"):
-- two forms, saved apart.
create table compartido (
  nombre         text primary key,
  version        integer     not null default 1,
  descripcion    text,
  url            text,
  operacion      text,
  llave_publica  text,
  ejemplo        text,
  datos_desde    timestamptz,
  token_nombre   text,
  token_url      text,
  usuario        text,
  client_id      text,
  alcance        text,
  cifrado        bytea,
  clave          text,
  clave_desde    timestamptz,
  secreto_desde  timestamptz,
  oauth_desde    timestamptz,
  constraint datos_enteros check (
    num_nulls(descripcion, url, operacion, llave_publica, ejemplo, datos_desde) in (0, 6)),
  constraint oauth_entero check (
    num_nulls(token_nombre, token_url, usuario, client_id, alcance, cifrado, clave, clave_desde,
      secreto_desde, oauth_desde) in (0, 10)),
  constraint algun_formulario check (num_nonnulls(datos_desde, oauth_desde) > 0)
);
comment on column compartido.cifrado is
  'Password and client secret: AES-256-GCM, with table and name as associated data';
comment on column compartido.clave is 'Id of the key in the ring';
