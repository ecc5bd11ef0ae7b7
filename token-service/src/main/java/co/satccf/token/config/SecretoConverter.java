package co.satccf.token.config;

import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** An empty value is a missing one. */
public final class SecretoConverter implements Converter<Secreto> {

  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Secreto convert(String valor) {
    return valor.isBlank() ? null : new Secreto(valor);
  }
}
