package co.satccf.model.reporte;

/** What both kinds of affiliation have in common (wire fields 1 to 27). */
public record SolicitudAfiliacion(
    String radicado,
    String numeroTransaccion,
    Empleador empleador,
    String fechaSolicitud,
    String perdidaAfiliacionCausaGrave,
    String fechaEfectivaAfiliacion,
    Ubicacion ubicacion,
    Contacto contacto,
    Representante representante) {}
