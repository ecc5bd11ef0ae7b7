-- Uploads end by when they came, however far they are then; of those that have ended there are more and more.
CREATE INDEX carga_por_vencer ON carga (creada)
  WHERE estado IN ('RECIBIENDO', 'POR_REVISAR', 'REVISANDO', 'REVISADA', 'PUBLICANDO');
DROP INDEX carga_por_limpiar;
