package co.satccf.model.catalogo;

/** In what role a person shows a document; not every type is admitted in every role. */
public enum Rol {
  EMPLEADOR,
  REPRESENTANTE,
  TRABAJADOR
}
