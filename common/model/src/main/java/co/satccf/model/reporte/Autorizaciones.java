package co.satccf.model.reporte;

/** SI or NO for the handling of personal data and for notifications. */
public record Autorizaciones(String manejoDatos, String notificaciones) {}
