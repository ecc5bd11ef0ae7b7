{{/*
One service as all templates see it: what is fixed (archivos/servicios.yaml), what is common to all, and its own values.
Takes a dict with raiz ($) and nombre; gives YAML.
*/}}
{{- define "sat.instancia" -}}
{{- $fijo := index (.raiz.Files.Get "archivos/servicios.yaml" | fromYaml) .nombre -}}
{{- $raiz := .raiz -}}
{{- $activos := list -}}
{{- range $fijo.tokensPara }}{{ if (index $raiz.Values.servicios .).activo }}{{ $activos = append $activos . }}{{ end }}{{ end -}}
{{- $_ := set $fijo "tokensPara" $activos -}}
{{- if eq $fijo.clase "conteos" }}{{ $_ := set $fijo "llavero" $raiz.Values.cargas.activas }}{{ end -}}
{{- $propio := mergeOverwrite (deepCopy .raiz.Values.comun) (deepCopy (index .raiz.Values.servicios .nombre)) -}}
{{- $objeto := include "sat.objeto" . -}}
{{- $llavero := $propio.llavero.existingSecret | default (printf "%s-llavero" .nombre) -}}
{{- $bd := $propio.baseDeDatos.existingSecret | default (printf "%s-bd" .nombre) -}}
{{- $kafka := $propio.kafka.existingSecret | default (ternary .nombre (printf "%s-kafka" .nombre) .raiz.Values.strimzi.activo) -}}
{{- toYaml (dict "nombre" .nombre "objeto" $objeto "fijo" $fijo "propio" $propio "secretoLlavero" $llavero "secretoBd" $bd "secretoKafka" $kafka) -}}
{{- end -}}

{{/* A name that is cut short could be that of another service, and a Job's may have 63 characters. */}}
{{- define "sat.objeto" -}}
{{- if gt (len .raiz.Release.Name) 28 }}{{ fail (printf "«%s»: el nombre de la publicación puede tener 28 caracteres a lo sumo" .raiz.Release.Name) }}{{ end -}}
{{- printf "%s-%s" .raiz.Release.Name .nombre -}}
{{- end -}}

{{/* What never changes in the life of a release: selectors are immutable. */}}
{{- define "sat.seleccion" -}}
app.kubernetes.io/name: sat-ccf
app.kubernetes.io/instance: {{ .raiz.Release.Name }}
app.kubernetes.io/component: {{ .nombre }}
{{- end -}}

{{- define "sat.etiquetas" -}}
{{ include "sat.seleccion" . }}
{{ include "sat.etiquetasDelChart" .raiz }}
{{- end -}}

{{- define "sat.etiquetasDelChart" -}}
app.kubernetes.io/part-of: sat-ccf
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "sat.espacioDeKafka" -}}
{{- .Values.strimzi.namespace | default .Release.Namespace -}}
{{- end -}}

{{/* Takes raiz, nombre and i (an instance). */}}
{{- define "sat.imagen" -}}
{{- $imagen := .raiz.Values.imagen -}}
{{- $etiqueta := $imagen.etiqueta | default .raiz.Chart.AppVersion -}}
{{- printf "%s/%s:%s%s" $imagen.registro .nombre $etiqueta (ternary "-nativa" "" (eq $imagen.forma "nativa")) -}}
{{- with .i.propio.digest }}@{{ . }}{{ end -}}
{{- end -}}

{{/* The name of an active service's object; the empty string when it is off. */}}
{{- define "sat.activo" -}}
{{- if (index .raiz.Values.servicios .nombre).activo }}{{ include "sat.objeto" . }}{{ end -}}
{{- end -}}

{{/* "true" when this release makes what the migration needs: it cannot run before the rest then. */}}
{{- define "sat.haceSuPlataforma" -}}
{{- or .Values.externalSecrets.activo .Values.strimzi.activo .Values.cloudNativePG.activo -}}
{{- end -}}
