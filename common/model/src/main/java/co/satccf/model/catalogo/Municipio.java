package co.satccf.model.catalogo;

/** A municipality of DIVIPOLA: departamento of 2 digits and code of 3, kept apart as SAT wants. */
public record Municipio(
    String departamento, String codigo, String nombreDepartamento, String nombre) {}
