{{/* Who may call this service's API. Takes raiz and i. */}}
{{- define "sat.llamadores" -}}
{{- $raiz := .raiz -}}
{{- $i := .i -}}
{{- $pares := $i.propio.llamadores -}}
{{- range $nombre, $fijo := .raiz.Files.Get "archivos/servicios.yaml" | fromYaml -}}
{{- if and (has $i.nombre $fijo.tokensPara) (index $raiz.Values.servicios $nombre).activo -}}
{{- $otro := include "sat.seleccion" (dict "raiz" $raiz "nombre" $nombre) | fromYaml -}}
{{- $pares = append $pares (dict "podSelector" (dict "matchLabels" $otro)) -}}
{{- end -}}
{{- end -}}
{{- if and (eq $i.fijo.clase "conteos") (or $raiz.Values.consola.ingress.activo $raiz.Values.consola.httpRoute.activo) -}}
{{- $pares = concat $pares $raiz.Values.red.ingreso -}}
{{- end -}}
{{- toYaml (dict "pares" $pares) -}}
{{- end -}}

{{/* Where this service goes: what its configuration names, and nothing else. Takes raiz and i. */}}
{{- define "sat.salidas" -}}
{{- $v := .raiz.Values -}}
{{- $raiz := .raiz -}}
{{- $i := .i -}}
{{- $s := list (dict "hacia" $v.red.postgresql "puertos" (list $v.postgresql.puerto)) -}}
{{- if $i.fijo.kafka -}}
{{- $puertos := list -}}
{{- range $v.kafka.servidores }}{{ $puertos = append $puertos (splitList ":" . | last | int) }}{{ end -}}
{{- $s = append $s (dict "hacia" $v.red.kafka "puertos" (uniq $puertos)) -}}
{{- end -}}
{{- if $i.fijo.ministerio -}}
{{- $s = append $s (dict "hacia" $v.red.ministerio "puertos" (list (include "sat.puerto" $v.ministerio.url | int))) -}}
{{- end -}}
{{- range $i.fijo.tokensPara -}}
{{- $otro := include "sat.seleccion" (dict "raiz" $raiz "nombre" .) | fromYaml -}}
{{- $s = append $s (dict "hacia" (list (dict "podSelector" (dict "matchLabels" $otro))) "puertos" (list 8080)) -}}
{{- end -}}
{{- if and (eq $i.fijo.clase "conteos") $v.correo.host -}}
{{- $s = append $s (dict "hacia" $v.red.correo "puertos" (list $v.correo.puerto)) -}}
{{- end -}}
{{- if include "sat.sujetos" . | fromYaml -}}
{{- $s = append $s (dict "hacia" $v.red.apiServer "puertos" $v.red.apiServerPuertos) -}}
{{- end -}}
{{- if $v.identidad.personas.emisor -}}
{{- $s = append $s (dict "hacia" $v.red.personas "puertos" (list (include "sat.puerto" $v.identidad.personas.llaves | int))) -}}
{{- end -}}
{{- toYaml (dict "salidas" $s) -}}
{{- end -}}

{{- define "sat.puerto" -}}
{{- $u := urlParse . -}}
{{- if contains ":" $u.host }}{{ splitList ":" $u.host | last }}{{ else }}{{ ternary "443" "80" (eq $u.scheme "https") }}{{ end -}}
{{- end -}}

{{/* What an autoscaler looks at besides the processor: by metric, the query and how much one replica takes. */}}
{{- define "sat.medidas" -}}
{{- $m := dict -}}
{{- $serie := printf "{namespace=\"%s\",service=\"%s\"}" .raiz.Release.Namespace .i.objeto -}}
{{- with .i.fijo.atraso -}}
{{- $_ := set $m . (dict "consulta" (printf "sum(%s%s)" . $serie) "porReplica" $.i.propio.escalado.atraso) -}}
{{- end -}}
{{- if eq .i.fijo.clase "transmisor" -}}
{{/* Every replica tells of the same queue. */}}
{{- $_ := set $m "sat_listos" (dict "consulta" (printf "sum(max by (servicio) (sat_listos%s))" $serie) "porReplica" .i.propio.escalado.listos) -}}
{{- end -}}
{{- toYaml $m -}}
{{- end -}}
