-- The conditions under which the Ministry's services are used (manual MN82, section 6, steps 3 and
-- 4). A version is never changed; without an acceptance of the newest one nothing is called.
create table terminos (
  version        integer primary key check (version > 0),
  texto          text        not null,
  publicado      timestamptz not null default ahora(),
  publicado_por  text        not null,
  aceptado       timestamptz,
  aceptado_por   text,
  aceptado_desde text,
  constraint aceptado_entero check (num_nulls(aceptado, aceptado_por, aceptado_desde) in (0, 3))
);
comment on column terminos.aceptado_desde is 'Address the acceptance came from';

-- What the manual says of them. The wording itself stands behind the portal's login, so whoever has
-- it before them publishes it as a version of its own.
insert into terminos (version, texto, publicado_por) values (1,
'Condiciones de uso de los servicios web externos de Mi Seguridad Social

Fuente: Ministerio de Salud y Protección Social, manual MN82 «Manual de uso de la funcionalidad de Administración de Servicios Web Externos», versión 2.0, 30 de marzo de 2021.

1. El portal presenta las condiciones de uso y la política de privacidad y retención antes de la primera vez que se administran los servicios. El autorizado las lee y las acepta allí con el botón «Acepto», o las declina. Si no las acepta, la funcionalidad no puede usarse (sección 6, paso 3).

2. Solo se usan los servicios que el Ministerio asignó a esta Caja de Compensación Familiar, y solo mientras el Ministerio mantenga activo el rol «Caja de Compensación Familiar» (sección 6).

3. Los administra la persona que el representante legal o su delegado designó como «Autorizado para administrar servicios web externos» (sección 5).

4. La Caja asigna en el portal la contraseña con la que se consumen los servicios; cada servicio tiene un Client ID asignado específicamente para él (sección 6).

Quien acepta estos términos en esta plataforma declara que la Caja leyó y aceptó en el portal del Ministerio las condiciones de uso y la política de privacidad y retención vigentes, y que esta plataforma puede llamar en su nombre a los servicios asignados. El texto completo está en el portal; si cambia, publíquelo aquí como una versión nueva.',
'sistema');

create or replace function cierre(cual text) returns text language sql stable as $$
  select case
    when (select aceptado from terminos order by version desc limit 1) is null
      then 'TERMINOS_SIN_ACEPTAR'
    when not exists (select from servicio where nombre = cual and asignado)
      then 'SERVICIO_NO_ASIGNADO'
  end
$$;
