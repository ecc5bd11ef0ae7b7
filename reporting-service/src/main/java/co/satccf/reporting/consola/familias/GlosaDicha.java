package co.satccf.reporting.consola.familias;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A breach of the contract, as the owning service tells it; never the value. */
@RegisterForReflection
public record GlosaDicha(String campo, String codigo, String mensaje) {}
