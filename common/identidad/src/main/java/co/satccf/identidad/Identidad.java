package co.satccf.identidad;

import java.util.Set;

/**
 * Who a verified token speaks for.
 *
 * @param sujeto a person's or a service's, unique among all whom this service knows
 */
record Identidad(String sujeto, Set<Rol> roles) {

  boolean tiene(Rol pedido) {
    return roles.stream().anyMatch(rol -> rol.incluye(pedido));
  }
}
