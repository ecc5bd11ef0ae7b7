-- What waits for a person is listed by state or by block, the oldest first: few rows among all there are.
create index reporte_por_decidir on reporte (estado, id) where estado in ('INCIERTO', 'POR_CONFIRMAR');
create index reporte_retenido on reporte (bloqueo, id)
  where estado = 'PENDIENTE' and bloqueo in ('ANTERIOR_RETIRADO', 'POSIBLE_DUPLICADO');
