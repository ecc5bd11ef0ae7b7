{{/* The properties of one service, by name; what `configuracion` says wins. Takes raiz and i (an instance); with
migracion, those of its migration, which nobody asks anything. */}}
{{- define "sat.propiedades" -}}
{{- $v := .raiz.Values -}}
{{- $i := .i -}}
{{- $p := dict -}}
{{- $_ := set $p "sat.entorno" $v.entorno -}}
{{- $_ := set $p "quarkus.http.port" "8080" -}}
{{- $_ := set $p "quarkus.log.console.json.enabled" (ternary "true" "false" (eq $v.registros "json")) -}}
{{- $_ := set $p "quarkus.management.port" "9000" -}}
{{- $_ := set $p "quarkus.datasource.jdbc.url" (include "sat.jdbc" .) -}}
{{- $_ := set $p "quarkus.flyway.migrate-at-start" "false" -}}
{{- $_ := set $p "quarkus.flyway.validate-at-start" "true" -}}
{{- /* A version that is rolled back to finds migrations that it does not know. */ -}}
{{- $_ := set $p "quarkus.flyway.ignore-migration-patterns" "*:future" -}}
{{- if $i.fijo.llavero }}{{ $_ := set $p "sat.llavero" "/etc/sat/llavero/llavero" }}{{ end -}}
{{- if $i.fijo.ministerio -}}
{{- $_ := set $p "sat.ministerio.url" $v.ministerio.url -}}
{{- $_ := set $p "sat.ministerio.hosts" (join "," $v.ministerio.hosts) -}}
{{- end -}}
{{- if $i.fijo.kafka -}}
{{- $_ := set $p "kafka.bootstrap.servers" (join "," $v.kafka.servidores) -}}
{{- $_ := set $p "kafka.security.protocol" $v.kafka.seguridad -}}
{{- if eq $v.kafka.seguridad "SASL_SSL" -}}
{{- $_ := set $p "kafka.sasl.mechanism" $v.kafka.mecanismo -}}
{{- $_ := set $p "kafka.ssl.truststore.type" "PEM" -}}
{{- $_ := set $p "kafka.ssl.truststore.location" (printf "/etc/sat/kafka/%s" $v.kafka.ca.clave) -}}
{{- end -}}
{{- end -}}
{{- if eq $i.fijo.clase "token" -}}
{{- $_ := set $p "sat.credencial.carpeta" "/etc/sat/credenciales" -}}
{{- with $v.red.proxies }}{{ $_ := set $p "sat.proxies" (join "," .) }}{{ end -}}
{{- end -}}
{{- if eq $i.fijo.clase "transmisor" }}{{ $p = merge $p (include "sat.propiedadesDelTransmisor" . | fromYaml) }}{{ end -}}
{{- if eq $i.fijo.clase "conteos" }}{{ $p = merge $p (include "sat.propiedadesDeLosConteos" . | fromYaml) }}{{ end -}}
{{- if ne $i.fijo.clase "token" }}{{ $p = merge $p (include "sat.plazos" . | fromYaml) }}{{ end -}}
{{- if not .migracion }}{{ $p = merge $p (include "sat.propiedadesDeIdentidad" . | fromYaml) }}{{ end -}}
{{- range $nombre, $valor := $i.propio.configuracion }}{{ $_ := set $p $nombre (toString $valor) }}{{ end -}}
{{- toYaml $p -}}
{{- end -}}

{{- define "sat.jdbc" -}}
{{- $pg := .raiz.Values.postgresql -}}
{{- $bd := .i.propio.baseDeDatos -}}
jdbc:postgresql://{{ $bd.host | default $pg.host }}:{{ $pg.puerto }}/{{ $bd.nombre | default .i.fijo.base }}?sslmode={{ $pg.sslmode }}
{{- if eq $pg.sslmode "verify-full" }}&sslrootcert=/etc/sat/postgresql/{{ $pg.ca.clave }}{{ end -}}
{{- end -}}

{{- define "sat.propiedadesDelTransmisor" -}}
{{- $v := .raiz.Values -}}
{{- $p := dict -}}
{{- $_ := set $p "sat.envio" $v.envio -}}
{{- $_ := set $p "sat.referencia.id-clave" $v.referencia.idClave -}}
{{- $_ := set $p "sat.token.url" (printf "http://%s:8080" (include "sat.objeto" (dict "raiz" .raiz "nombre" "token-service"))) -}}
{{- $_ := set $p "sat.token.archivo" "/var/run/secrets/sat/token-service/token" -}}
{{- if $v.trazas.activo -}}
{{- $_ := set $p "quarkus.otel.sdk.disabled" "false" -}}
{{- $_ := set $p "quarkus.otel.exporter.otlp.endpoint" $v.trazas.destino -}}
{{- $_ := set $p "quarkus.otel.traces.sampler.arg" (toString $v.trazas.muestra) -}}
{{- end -}}
{{- range $servicio, $c := $v.cronograma -}}
{{- range $clave, $valor := omit $c "rezago" }}{{ $_ := set $p (printf "sat.cronograma.%s.%s" $servicio $clave) $valor }}{{ end -}}
{{- range $rezago, $apertura := $c.rezago }}{{ $_ := set $p (printf "sat.cronograma.%s.rezago.%s" $servicio $rezago) $apertura }}{{ end -}}
{{- end -}}
{{- range $regla, $valor := $v.contratos.reglas }}{{ $_ := set $p (printf "sat.contrato.reglas.\"%s\"" $regla) (toString $valor) }}{{ end -}}
{{- if $v.contratos.catalogos }}{{ $_ := set $p "sat.contrato.catalogos" "/etc/sat/catalogos" }}{{ end -}}
{{- toYaml $p -}}
{{- end -}}

{{/* Whom the reports are balanced with; a family that is not here is not asked, and no report is made. */}}
{{- define "sat.propiedadesDeLosConteos" -}}
{{- $raiz := .raiz -}}
{{- $p := dict -}}
{{- range .i.fijo.tokensPara -}}
{{- $familia := printf "sat.familias.%s" (trimSuffix "-service" .) -}}
{{- $_ := set $p (printf "%s.url" $familia) (printf "http://%s:8080" (include "sat.objeto" (dict "raiz" $raiz "nombre" .))) -}}
{{- $_ := set $p (printf "%s.archivo" $familia) (printf "/var/run/secrets/sat/%s/token" .) -}}
{{- end -}}
{{- $v := .raiz.Values -}}
{{- $_ := set $p "sat.informes.entidad" $v.informes.entidad -}}
{{- $_ := set $p "sat.informes.aprobacion" $v.informes.aprobacion -}}
{{- range $tipo, $cron := $v.informes.programa }}{{ $_ := set $p (printf "sat.informes.programa.%s" $tipo) $cron }}{{ end -}}
{{- range $tipo, $correos := $v.informes.destinatarios }}{{ $_ := set $p (printf "sat.informes.destinatarios.%s" $tipo) (join "," $correos) }}{{ end -}}
{{- if $v.consola.activa }}{{ $p = merge $p (include "sat.propiedadesDeLaConsola" . | fromYaml) }}{{ end -}}
{{- if $v.correo.host -}}
{{- $_ := set $p "quarkus.mailer.host" $v.correo.host -}}
{{- $_ := set $p "quarkus.mailer.port" (toString $v.correo.puerto) -}}
{{- $_ := set $p "quarkus.mailer.from" $v.correo.remitente -}}
{{- end -}}
{{- toYaml $p -}}
{{- end -}}

{{/* Who signs people in, whom the pages ask besides the families, and whose word on an address is taken. */}}
{{- define "sat.propiedadesDeLaConsola" -}}
{{- $v := .raiz.Values -}}
{{- $p := dict "sat.consola.activa" "true" -}}
{{- $proveedor := include "sat.proveedor" .raiz -}}
{{- if not $proveedor }}{{ fail "consola.activa: diga consola.oidc.proveedor o identidad.personas.emisor" }}{{ end -}}
{{- $_ := set $p "quarkus.oidc.auth-server-url" $proveedor -}}
{{- $_ := set $p "quarkus.oidc.client-id" $v.consola.oidc.cliente -}}
{{- with include "sat.activo" (dict "raiz" .raiz "nombre" "token-service") -}}
{{- $_ := set $p "sat.token.url" (printf "http://%s:8080" .) -}}
{{- end -}}
{{- if or $v.consola.ingress.activo $v.consola.httpRoute.activo -}}
{{- if not $v.consola.proxies }}{{ fail "consola.proxies: diga desde qué direcciones llegan las personas; sin eso la consola las devolvería a http" }}{{ end -}}
{{- $_ := set $p "quarkus.http.proxy.proxy-address-forwarding" "true" -}}
{{- $_ := set $p "quarkus.http.proxy.allow-x-forwarded" "true" -}}
{{- $_ := set $p "quarkus.http.proxy.enable-forwarded-host" "true" -}}
{{- $_ := set $p "quarkus.http.proxy.trusted-proxies" (join "," $v.consola.proxies) -}}
{{- end -}}
{{- toYaml $p -}}
{{- end -}}

{{- define "sat.proveedor" -}}
{{- .Values.consola.oidc.proveedor | default .Values.identidad.personas.emisor -}}
{{- end -}}

{{/* The terms of the SAT services and the calendar they are counted by. */}}
{{- define "sat.plazos" -}}
{{- $p := dict -}}
{{- range $servicio, $dias := .raiz.Values.plazos }}{{ $_ := set $p (printf "sat.plazo.%s" $servicio) (toString $dias) }}{{ end -}}
{{- if .raiz.Values.festivos }}{{ $_ := set $p "sat.festivos" "/etc/sat/configuracion/festivos" }}{{ end -}}
{{- toYaml $p -}}
{{- end -}}

{{/* Whose tokens open this service's doors: other services by subject, persons by role (ADR 13). */}}
{{- define "sat.propiedadesDeIdentidad" -}}
{{- $v := .raiz.Values -}}
{{- $p := dict -}}
{{- $sujetos := include "sat.sujetos" . | fromYaml -}}
{{- if $sujetos -}}
{{- $cluster := "sat.identidad.emisores.cluster" -}}
{{- $_ := set $p (printf "%s.nombre" $cluster) $v.identidad.cluster.emisor -}}
{{- $_ := set $p (printf "%s.llaves" $cluster) $v.identidad.cluster.llaves -}}
{{- $_ := set $p (printf "%s.llaves-token" $cluster) "/var/run/secrets/sat/cluster/token" -}}
{{- $_ := set $p (printf "%s.llaves-tls" $cluster) "cluster" -}}
{{- $_ := set $p "quarkus.tls.cluster.trust-store.pem.certs" "/var/run/secrets/sat/cluster/ca.crt" -}}
{{- range $rol, $sujeto := $sujetos }}{{ $_ := set $p (printf "%s.sujetos.%s" $cluster $rol) $sujeto }}{{ end -}}
{{- end -}}
{{- if $v.identidad.personas.emisor -}}
{{- $personas := "sat.identidad.emisores.personas" -}}
{{- $_ := set $p (printf "%s.nombre" $personas) $v.identidad.personas.emisor -}}
{{- $_ := set $p (printf "%s.llaves" $personas) $v.identidad.personas.llaves -}}
{{- $_ := set $p (printf "%s.roles" $personas) $v.identidad.personas.roles -}}
{{- end -}}
{{- if not $p -}}
{{- fail (printf "%s: nadie podría entrar; diga identidad.personas.emisor o identidad.consulta" .i.nombre) -}}
{{- end -}}
{{- toYaml $p -}}
{{- end -}}

{{/* Which service accounts may come in, by role: those that have a token for this service, and whom `consulta` names. */}}
{{- define "sat.sujetos" -}}
{{- $raiz := .raiz -}}
{{- $i := .i -}}
{{- $p := dict -}}
{{- $consulta := ternary list .raiz.Values.identidad.consulta (eq $i.fijo.clase "token") -}}
{{- range $nombre, $fijo := .raiz.Files.Get "archivos/servicios.yaml" | fromYaml -}}
{{- $objeto := include "sat.activo" (dict "raiz" $raiz "nombre" $nombre) -}}
{{- if and $objeto (has $i.nombre $fijo.tokensPara) -}}
{{- $sujeto := printf "system:serviceaccount:%s:%s" $raiz.Release.Namespace $objeto -}}
{{- if eq $i.fijo.clase "token" }}{{ $_ := set $p $fijo.rol $sujeto }}{{ else }}{{ $consulta = append $consulta $sujeto }}{{ end -}}
{{- end -}}
{{- end -}}
{{- with $consulta }}{{ $_ := set $p "consulta" (join "," .) }}{{ end -}}
{{- toYaml $p -}}
{{- end -}}

{{/* The object that has them: another one when they change, so that old and new pods each read their own. */}}
{{- define "sat.configuracion" -}}
{{- printf "%s-%s" .i.objeto (include "sat.archivos" . | sha256sum | trunc 10) -}}
{{- end -}}

{{/* The files of configuration: application.properties, and the holidays where there are any. */}}
{{- define "sat.archivos" -}}
application.properties: |
  # Above what a service was built with, below variables: a file that is named by a variable would win over them.
  config_ordinal=275
{{- range $nombre, $valor := include "sat.propiedades" . | fromYaml }}
  {{ $nombre }}={{ $valor }}
{{- end }}
{{- if and .raiz.Values.festivos (ne .i.fijo.clase "token") }}
festivos: |
{{- range .raiz.Values.festivos }}
  {{ . }}
{{- end }}
{{- end }}
{{- end -}}
