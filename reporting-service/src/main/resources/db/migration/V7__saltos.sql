-- Outcomes that the topic no longer had when they were to be read: until a cut-off after that balances, or everything has
-- been built again, the counts may be short.
CREATE TABLE salto (
  topico    text        NOT NULL,
  particion int         NOT NULL,
  posicion  bigint      NOT NULL,
  instante  timestamptz NOT NULL DEFAULT now(),
  cuadrado  timestamptz,
  PRIMARY KEY (topico, particion, posicion)
);

-- Without positions everything is read from the beginning: olvidar_proyeccion().
CREATE FUNCTION olvidar_saltos() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM salto;
  RETURN NULL;
END $$;
CREATE TRIGGER posicion_olvidada AFTER TRUNCATE ON posicion
  FOR EACH STATEMENT EXECUTE FUNCTION olvidar_saltos();
