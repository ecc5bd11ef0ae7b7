#!/usr/bin/env bash
# Outlives the launcher by a moment: when the launcher is gone, however it went, ends every process of the run and
# removes its folders. The first argument is the run's folder, which is also the mark that its processes carry in
# SAT_CORRIDA; more folders to remove may follow.
carpeta=$1
trap '' INT TERM HUP

# The launcher holds the other end of this pipe and writes nothing: the read ends with the launcher.
cat >/dev/null

marcados() { grep -lsxzF "SAT_CORRIDA=$carpeta" /proc/[0-9]*/environ | cut -d/ -f3 | grep -vx "$$"; }
postgres() { cat "$carpeta"/*/datos/postmaster.pid "$carpeta"/datos/postmaster.pid 2>/dev/null | sed -n 1p; }

intento=0
limpio=0
while [ "$limpio" -lt 2 ] && [ "$intento" -lt 100 ]; do
  senal=TERM
  [ "$intento" -ge 30 ] && senal=KILL
  vivos=$(marcados)
  servidor=$(postgres)
  [ -n "$servidor" ] && ! kill -0 "$servidor" 2>/dev/null && servidor=
  if [ -z "$vivos$servidor" ]; then limpio=$((limpio + 1)); else limpio=0; fi
  # shellcheck disable=SC2086
  [ -n "$vivos" ] && { [ $((intento % 10)) = 0 ] || [ "$senal" = KILL ]; } && kill -s "$senal" $vivos 2>/dev/null
  # QUIT is PostgreSQL's immediate shutdown; it takes its children along.
  [ -n "$servidor" ] && { [ "$senal" = KILL ] && kill -s KILL "$servidor" || kill -s QUIT "$servidor"; } 2>/dev/null
  intento=$((intento + 1))
  sleep 0.1
done
rm -rf -- "$@" || { sleep 1; rm -rf -- "$@"; }
