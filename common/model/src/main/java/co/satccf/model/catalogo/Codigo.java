package co.satccf.model.catalogo;

/** One value of a {@link Lista}; {@code porConfirmar} when no official text gives it. */
public record Codigo(String codigo, String descripcion, boolean porConfirmar) {}
