package co.satccf.identidad;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role a resource method asks of its caller: any of these will do. Every method has one; {@link
 * PuertaDeRoles} lets nobody through a door that says nothing.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requiere {
  Rol[] value();
}
