package co.satccf.model.contrato;

import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.catalogo.Catalogos.Rol;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a value must look like, when there is one. */
sealed interface Formato<R> {

  /** Whether the value is right for this report. */
  boolean cumple(String valor, R reporte, Catalogos catalogos);

  /** What is expected, in Spanish. */
  String espera(Catalogos catalogos);

  record Texto<R>(int maximo) implements Formato<R> {
    @Override
    public boolean cumple(String valor, R reporte, Catalogos catalogos) {
      return valor.codePointCount(0, valor.length()) <= maximo;
    }

    @Override
    public String espera(Catalogos catalogos) {
      return "un texto de máximo " + maximo + " caracteres";
    }
  }

  record Digitos<R>(int maximo) implements Formato<R> {
    @Override
    public boolean cumple(String valor, R reporte, Catalogos catalogos) {
      return valor.length() <= maximo && valor.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String espera(Catalogos catalogos) {
      return "solo dígitos, máximo " + maximo;
    }
  }

  record Patron<R>(Pattern patron, String espera) implements Formato<R> {
    @Override
    public boolean cumple(String valor, R reporte, Catalogos catalogos) {
      return patron.matcher(valor).matches();
    }

    @Override
    public String espera(Catalogos catalogos) {
      return espera;
    }
  }

  /** A real calendar date, yyyy-MM-dd. */
  record Fecha<R>() implements Formato<R> {
    @Override
    public boolean cumple(String valor, R reporte, Catalogos catalogos) {
      if (valor.length() != 10) {
        return false;
      }
      try {
        LocalDate.parse(valor);
        return true;
      } catch (DateTimeException notADate) {
        return false;
      }
    }

    @Override
    public String espera(Catalogos catalogos) {
      return "una fecha AAAA-MM-DD";
    }
  }

  record Lista<R>(String lista) implements Formato<R> {
    @Override
    public boolean cumple(String valor, R reporte, Catalogos catalogos) {
      return catalogos.esCodigo(lista, valor);
    }

    @Override
    public String espera(Catalogos catalogos) {
      return "uno de " + String.join(", ", catalogos.codigos(lista));
    }
  }

  record TipoDocumento<R>(Rol rol) implements Formato<R> {
    @Override
    public boolean cumple(String valor, R reporte, Catalogos catalogos) {
      return catalogos.esTipoDocumento(rol, valor);
    }

    @Override
    public String espera(Catalogos catalogos) {
      return "uno de " + String.join(", ", catalogos.tiposDocumento(rol));
    }
  }

  record NumeroDocumento<R>(Rol rol, Function<R, String> tipo) implements Formato<R> {
    private static final int MAXIMO = 16;

    @Override
    public boolean cumple(String valor, R reporte, Catalogos catalogos) {
      return valor.length() <= MAXIMO && catalogos.esNumero(rol, tipo.apply(reporte), valor);
    }

    @Override
    public String espera(Catalogos catalogos) {
      return "un número con la forma de su tipo de documento, máximo " + MAXIMO + " caracteres";
    }
  }

  record Departamento<R>() implements Formato<R> {
    @Override
    public boolean cumple(String valor, R reporte, Catalogos catalogos) {
      return catalogos.esDepartamento(valor);
    }

    @Override
    public String espera(Catalogos catalogos) {
      return "un departamento de la DIVIPOLA, 2 dígitos";
    }
  }

  /** An unknown municipality is only a warning: no catalogue at hand is complete. */
  record Municipio<R>(Function<R, String> departamento) implements Formato<R> {
    private static final Pattern TRES_DIGITOS = Pattern.compile("[0-9]{3}");

    @Override
    public boolean cumple(String valor, R reporte, Catalogos catalogos) {
      return TRES_DIGITOS.matcher(valor).matches();
    }

    @Override
    public String espera(Catalogos catalogos) {
      return "un municipio de la DIVIPOLA, 3 dígitos sin el departamento";
    }

    boolean desconocido(String valor, R reporte, Catalogos catalogos) {
      String codigo = departamento.apply(reporte);
      return catalogos.esDepartamento(codigo) && !catalogos.esMunicipio(codigo, valor);
    }
  }

  record Caja<R>() implements Formato<R> {
    private static final Pattern CODIGO = Pattern.compile("CCF[0-9]{2}");

    @Override
    public boolean cumple(String valor, R reporte, Catalogos catalogos) {
      return CODIGO.matcher(valor).matches() && catalogos.esCaja(valor);
    }

    @Override
    public String espera(Catalogos catalogos) {
      return "un código de caja de 5 caracteres, como CCF04";
    }
  }
}
