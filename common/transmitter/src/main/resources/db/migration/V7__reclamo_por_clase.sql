-- What a claim and a sweep look for, however much else waits.

-- The cronograma opens class by class: a claim must not read what is due of a class that is closed.
drop index reporte_listo;
create index reporte_listo on reporte (servicio, tipo_rezago, no_antes, id)
  where estado in ('PENDIENTE', 'INCIERTO') and bloqueo is null;

-- What the sweeper holds against the register; it reads this index alone.
create index reporte_sin_incorporar on reporte (empleador) include (servicio, departamento)
  where estado = 'PENDIENTE' and bloqueo = 'EMPLEADOR_NO_INCORPORADO';
