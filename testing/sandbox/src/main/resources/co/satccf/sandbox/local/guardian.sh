#!/usr/bin/env bash
# Outlives the launcher by a moment: when the launcher is gone, however it went, ends what it started and removes its
# folder. Reads "<signal> <pid>" lines from a pipe that only the launcher holds open.
carpeta=$1
trap '' INT TERM HUP
declare -A procesos
while read -r senal pid; do procesos[$pid]=$senal; done
for pid in "${!procesos[@]}"; do kill -s "${procesos[$pid]}" "$pid" 2>/dev/null; done
for _ in $(seq 50); do
  vivos=0
  for pid in "${!procesos[@]}"; do kill -0 "$pid" 2>/dev/null && vivos=1; done
  [ "$vivos" = 0 ] && break
  sleep 0.1
done
for pid in "${!procesos[@]}"; do kill -s KILL "$pid" 2>/dev/null; done
rm -rf -- "$carpeta"
