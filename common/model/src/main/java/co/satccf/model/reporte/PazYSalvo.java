package co.satccf.model.reporte;

/** Whether the employer owes nothing to the fund it leaves, and since when. */
public record PazYSalvo(String valor, String fecha) {}
