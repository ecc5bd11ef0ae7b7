{{/* Parts that the service and its migration share. All take raiz and i (an instance). */}}

{{/* Seconds until the pod is killed: longer than it rests and then takes for what is in flight: 35 s of quarkus.shutdown.timeout, or
token-service's 10 s and the 30 s of a request to the Ministry. */}}
{{- define "sat.gracia" -}}
{{- $pods := .Values.pods -}}
{{- $minima := add (int $pods.reposo) 40 -}}
{{- if le (int $pods.gracia) (int $minima) }}{{ fail (printf "pods.gracia: más de %d, que es pods.reposo y 40 s para lo que está en vuelo" $minima) }}{{ end -}}
{{- int $pods.gracia -}}
{{- end -}}

{{- define "sat.seguridadDelPod" -}}
runAsNonRoot: true
{{- with .raiz.Values.pods.usuario }}
runAsUser: {{ int . }}
runAsGroup: {{ int . }}
fsGroup: {{ int . }}
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "sat.seguridadDelContenedor" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "sat.variables" -}}
- name: QUARKUS_CONFIG_LOCATIONS
  value: /etc/sat/configuracion/application.properties
{{- if eq .raiz.Values.imagen.forma "jvm" }}
- name: JDK_JAVA_OPTIONS
  value: {{ .raiz.Values.pods.opcionesJvm | quote }}
{{- end }}
{{ include "sat.secreta" (list "QUARKUS_DATASOURCE_USERNAME" .i.secretoBd "username") }}
{{ include "sat.secreta" (list "QUARKUS_DATASOURCE_PASSWORD" .i.secretoBd "password") }}
{{- if and .i.fijo.kafka (eq .raiz.Values.kafka.seguridad "SASL_SSL") }}
{{ include "sat.secreta" (list "KAFKA_SASL_JAAS_CONFIG" .i.secretoKafka "sasl.jaas.config") }}
{{- end }}
{{- if eq .i.fijo.clase "transmisor" }}
{{ include "sat.secreta" (list "SAT_REFERENCIA_CLAVE" .raiz.Values.referencia.existingSecret .raiz.Values.referencia.clave) }}
{{- end }}
{{- if and (eq .i.fijo.clase "conteos") .raiz.Values.correo.host .raiz.Values.correo.existingSecret }}
{{ include "sat.secreta" (list "QUARKUS_MAILER_USERNAME" .raiz.Values.correo.existingSecret "username") }}
{{ include "sat.secreta" (list "QUARKUS_MAILER_PASSWORD" .raiz.Values.correo.existingSecret "password") }}
{{- end }}
{{- if and (eq .i.fijo.clase "conteos") .raiz.Values.consola.activa }}
{{ include "sat.secreta" (list "QUARKUS_OIDC_CREDENTIALS_SECRET" .raiz.Values.consola.oidc.existingSecret "secreto") }}
{{ include "sat.secreta" (list "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET" .raiz.Values.consola.oidc.existingSecret "sesion") }}
{{- end }}
{{- if eq .i.fijo.clase "token" }}
{{- range list "AfiliacionPrimeraVez" "AfiliacionNoPrimeraVez" "Desafiliacion" "InicioRelacionLaboral" "TerminacionRelacionLaboral" "PerdidaAfiliacionCausaGrave" "EstadoPagoEmpleador" }}
{{ include "sat.secreta" (list (printf "SAT_CLIENTES_%s" (upper .)) $.raiz.Values.clientes.existingSecret .) }}
      optional: true # a service that the Ministry has not assigned has none
{{- end }}
{{- end }}
{{- range .i.propio.secretos }}
{{ include "sat.secreta" (list .variable .existingSecret .clave) }}
{{- end }}
{{- end -}}

{{/* Takes a list: variable, secret, key. */}}
{{- define "sat.secreta" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
{{- end -}}

{{/* What is mounted, as a list of {nombre, ruta, existingSecret | configMap}. */}}
{{- define "sat.montajes" -}}
{{- $v := .raiz.Values -}}
{{- $m := list -}}
{{- if eq $v.postgresql.sslmode "verify-full" -}}
{{- $m = append $m (dict "nombre" "postgresql" "ruta" "/etc/sat/postgresql" "existingSecret" $v.postgresql.ca.existingSecret "clave" $v.postgresql.ca.clave) -}}
{{- end -}}
{{- if and .i.fijo.kafka (eq $v.kafka.seguridad "SASL_SSL") -}}
{{- $m = append $m (dict "nombre" "kafka" "ruta" "/etc/sat/kafka" "existingSecret" $v.kafka.ca.existingSecret "clave" $v.kafka.ca.clave) -}}
{{- end -}}
{{- if .i.fijo.llavero -}}
{{- $m = append $m (dict "nombre" "llavero" "ruta" "/etc/sat/llavero" "existingSecret" .i.secretoLlavero) -}}
{{- end -}}
{{- if eq .i.fijo.clase "token" -}}
{{- $m = append $m (dict "nombre" "credenciales" "ruta" "/etc/sat/credenciales" "existingSecret" $v.credenciales.existingSecret) -}}
{{- end -}}
{{- if and $v.contratos.catalogos (eq .i.fijo.clase "transmisor") -}}
{{- $m = append $m (dict "nombre" "catalogos" "ruta" "/etc/sat/catalogos" "configMap" $v.contratos.catalogos) -}}
{{- end -}}
{{- $m = concat $m .i.propio.montajes -}}
{{- toYaml (dict "montajes" $m) -}}
{{- end -}}

{{- define "sat.volumen" -}}
- name: {{ .nombre }}
{{- if .configMap }}
  configMap:
    name: {{ .configMap }}
{{- else }}
  secret:
    secretName: {{ .existingSecret }}
    defaultMode: 0440
    {{- with .clave }}
    items:
      - key: {{ . }}
        path: {{ . }}
    {{- end }}
{{- end }}
{{- end -}}
