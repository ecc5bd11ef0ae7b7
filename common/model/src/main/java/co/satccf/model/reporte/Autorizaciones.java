package co.satccf.model.reporte;

/** What the holder of the data has authorised, SI or NO. */
public record Autorizaciones(String manejoDatos, String notificaciones) {}
