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
{{- $consola := $raiz.Values.consola -}}
{{/* The console asks it with the token of whoever is signed in. */}}
{{- if and (eq $i.fijo.clase "token") $consola.activa -}}
{{- if (index $raiz.Values.servicios "reporting-service").activo -}}
{{- $otro := include "sat.seleccion" (dict "raiz" $raiz "nombre" "reporting-service") | fromYaml -}}
{{- $pares = append $pares (dict "podSelector" (dict "matchLabels" $otro)) -}}
{{- end -}}
{{- end -}}
{{- if and (eq $i.fijo.clase "conteos") $consola.activa (or $consola.ingress.activo $consola.httpRoute.activo) -}}
{{- $pares = concat $pares $raiz.Values.red.ingreso -}}
{{- end -}}
{{- if and (eq $i.fijo.clase "conteos") $consola.activa $consola.httpRoute.activo -}}
{{- $gateway := dict "kubernetes.io/metadata.name" $consola.httpRoute.gateway.namespace -}}
{{- $pares = append $pares (dict "namespaceSelector" (dict "matchLabels" $gateway)) -}}
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
{{- if and (eq $i.fijo.clase "conteos") $v.consola.activa -}}
{{- if (index $v.servicios "token-service").activo -}}
{{- $otro := include "sat.seleccion" (dict "raiz" $raiz "nombre" "token-service") | fromYaml -}}
{{- $s = append $s (dict "hacia" (list (dict "podSelector" (dict "matchLabels" $otro))) "puertos" (list 8080)) -}}
{{- end -}}
{{- $proveedor := include "sat.proveedor" $raiz -}}
{{- $s = append $s (dict "hacia" (include "sat.destino" (list . "personas" "el proveedor OIDC de la consola") | fromYamlArray) "puertos" (list (include "sat.puerto" $proveedor | int))) -}}
{{- end -}}
{{- if and (eq $i.fijo.clase "conteos") $v.correo.host -}}
{{- $s = append $s (dict "hacia" (include "sat.destino" (list . "correo" "el servidor de correo (correo.host)") | fromYamlArray) "puertos" (list $v.correo.puerto)) -}}
{{- end -}}
{{- if and (eq $i.fijo.clase "transmisor") $v.trazas.activo -}}
{{- $s = append $s (dict "hacia" (include "sat.destino" (list . "trazas" "el recolector de trazas (trazas.destino)") | fromYamlArray) "puertos" (list (include "sat.puerto" $v.trazas.destino | int))) -}}
{{- end -}}
{{- if include "sat.sujetos" . | fromYaml -}}
{{- $s = append $s (dict "hacia" (include "sat.destino" (list . "apiServer" "la API de Kubernetes: kubectl get service,endpointslices -n default") | fromYamlArray) "puertos" $v.red.apiServerPuertos) -}}
{{- end -}}
{{- if $v.identidad.personas.emisor -}}
{{- $s = append $s (dict "hacia" (include "sat.destino" (list . "personas" "el emisor de las personas (identidad.personas.emisor)") | fromYamlArray) "puertos" (list (include "sat.puerto" $v.identidad.personas.llaves | int))) -}}
{{- end -}}
{{- toYaml (dict "salidas" $s) -}}
{{- end -}}

{{/* Where only an installation knows: no way out is open to everybody because nobody thought of it. */}}
{{- define "sat.destino" -}}
{{- $red := (index . 0).raiz.Values.red -}}
{{- $destino := index . 1 -}}
{{- if and $red.activo (not (index $red $destino)) -}}
{{- fail (printf "red.%s: diga a qué direcciones se sale para %s" $destino (index . 2)) -}}
{{- end -}}
{{- toYaml (index $red $destino) -}}
{{- end -}}

{{- define "sat.puerto" -}}
{{- $u := urlParse . -}}
{{- if contains ":" $u.host }}{{ splitList ":" $u.host | last }}{{ else }}{{ ternary "443" "80" (eq $u.scheme "https") }}{{ end -}}
{{- end -}}

{{/* What an autoscaler looks at besides the processor: by series (archivos/reglas.yaml), how much one replica takes. */}}
{{- define "sat.medidas" -}}
{{- $escalado := .i.propio.escalado -}}
{{- $m := dict -}}
{{- if .i.fijo.kafka }}{{ $_ := set $m "sat_flota_atraso" $escalado.atraso }}{{ end -}}
{{- if eq .i.fijo.clase "transmisor" }}{{ $_ := set $m "sat_flota_listos" $escalado.listos }}{{ end -}}
{{- if and $m (not .raiz.Values.observabilidad.reglas.activo) -}}
{{- fail (printf "%s: escalado.tipo=%s mira series que solo hay con observabilidad.reglas.activo" .i.nombre $escalado.tipo) -}}
{{- end -}}
{{- toYaml $m -}}
{{- end -}}
