package co.satccf.sandbox.erp;

/**
 * A synthetic person: an employer, a legal representative or a worker.
 *
 * @param segundoNombre often ""
 * @param sexo H or M
 * @param fechaNacimiento yyyy-MM-dd
 */
public record Persona(
    String tipo,
    String numero,
    String primerNombre,
    String segundoNombre,
    String primerApellido,
    String segundoApellido,
    String sexo,
    String fechaNacimiento) {}
