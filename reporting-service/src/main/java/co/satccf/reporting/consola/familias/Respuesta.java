package co.satccf.reporting.consola.familias;

import org.jspecify.annotations.Nullable;

/**
 * What one of several services said, for a page that shows the others when this one is away.
 *
 * @param quien the service, as people call it
 * @param valor its answer, or null
 * @param falla why there is none, or null
 */
public record Respuesta<T>(String quien, @Nullable T valor, @Nullable String falla) {}
