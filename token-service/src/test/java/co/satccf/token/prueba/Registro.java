package co.satccf.token.prueba;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Every line that would be logged, stack traces included, while it is open. */
public final class Registro extends Handler implements AutoCloseable {

  private final Logger raiz = Logger.getLogger("");
  private final List<String> lineas = new CopyOnWriteArrayList<>();

  public Registro() {
    setFormatter(new PatternFormatter("%p %c %s%e"));
    setLevel(Level.ALL);
    raiz.addHandler(this);
  }

  public List<String> lineas() {
    return List.copyOf(lineas);
  }

  @Override
  public void publish(LogRecord linea) {
    lineas.add(getFormatter().format(linea));
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    raiz.removeHandler(this);
  }
}
