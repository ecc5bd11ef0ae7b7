-- What a claim and a sweep look for, however much else waits.

-- What the sweeper holds against the register; it reads this index alone.
create index reporte_sin_incorporar on reporte (empleador) include (servicio, departamento)
  where estado = 'PENDIENTE' and bloqueo = 'EMPLEADOR_NO_INCORPORADO';
