package co.satccf.sandbox.erp;

import co.satccf.model.catalogo.Catalogos;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An affiliation ERP that does not exist, and the feed it publishes: many histories told at once,
 * each in its own order. Lazy: a feed of two million lines takes no more memory than one of two
 * thousand.
 *
 * <p>From about 2,500 lines on it has every rarity at least once; a shorter one has the first of
 * them.
 */
public final class ErpSintetico implements Iterable<FeedLine> {
  private static final int A_LA_VEZ = 24;
  private static final int UNA_RAREZA_CADA = 3;
  private static final int SEGUNDOS_ENTRE_HISTORIAS = 45;

  private final FeedOptions opciones;
  private final Catalogos catalogos;

  private ErpSintetico(FeedOptions opciones, Catalogos catalogos) {
    this.opciones = opciones;
    this.catalogos = catalogos;
  }

  public static ErpSintetico de(FeedOptions opciones) {
    return new ErpSintetico(opciones, Catalogos.predeterminados());
  }

  /** The values of a feed's lines, in order; see {@link FeedOptions} for the ranges. */
  public static List<byte[]> lineas(int eventos, long semilla) {
    return de(new FeedOptions(eventos, semilla)).stream().map(FeedLine::bytes).toList();
  }

  @Override
  public Iterator<FeedLine> iterator() {
    return new Relato();
  }

  public Stream<FeedLine> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  private final class Relato implements Iterator<FeedLine> {
    private final Azar azar = new Azar(opciones.semilla());
    private final Historias historias;
    private final Rarezas rarezas;
    private final List<Iterator<FeedLine>> abiertas = new ArrayList<>();
    private int porAbrir = opciones.eventos();
    private int contadas;
    private int historiasAbiertas;

    Relato() {
      Numeracion numeracion = new Numeracion(opciones.semilla());
      Gente gente = new Gente(azar, numeracion, catalogos, opciones.semilla());
      Eventos eventos = new Eventos(azar, numeracion, gente);
      historias = new Historias(azar, gente, eventos);
      rarezas = new Rarezas(azar, numeracion, gente, eventos);
    }

    @Override
    public boolean hasNext() {
      return contadas < opciones.eventos();
    }

    @Override
    public FeedLine next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      while (abiertas.size() < A_LA_VEZ && porAbrir > 0) {
        abrir();
      }
      int cual = azar.entre(0, abiertas.size() - 1);
      Iterator<FeedLine> historia = abiertas.get(cual);
      FeedLine linea = historia.next();
      if (!historia.hasNext()) {
        abiertas.remove(cual);
      }
      contadas++;
      return linea;
    }

    private void abrir() {
      var desde = opciones.base().plusSeconds((long) historiasAbiertas * SEGUNDOS_ENTRE_HISTORIAS);
      boolean rareza = historiasAbiertas % UNA_RAREZA_CADA == UNA_RAREZA_CADA - 1 && porAbrir > 3;
      List<FeedLine> historia =
          rareza ? rarezas.siguiente(desde) : historias.siguiente(desde, porAbrir);
      historiasAbiertas++;
      porAbrir -= historia.size();
      abiertas.add(historia.iterator());
    }
  }
}
