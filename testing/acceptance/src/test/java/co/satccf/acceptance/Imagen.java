package co.satccf.acceptance;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures of pages: few colours and much text, so that the 256 commonest colours are enough. */
final class Imagen {
  private static final int COLORES = 256;

  private Imagen() {}

  static void guardar(byte[] png, Path archivo) {
    try {
      BufferedImage entera = ImageIO.read(new ByteArrayInputStream(png));
      int ancho = entera.getWidth();
      int[] puntos = entera.getRGB(0, 0, ancho, entera.getHeight(), null, 0, ancho);
      int[] paleta = paleta(puntos);
      BufferedImage reducida =
          new BufferedImage(
              ancho,
              entera.getHeight(),
              BufferedImage.TYPE_BYTE_INDEXED,
              new IndexColorModel(8, paleta.length, paleta, 0, false, -1, 0));
      Map<Integer, Integer> cercanos = new HashMap<>();
      for (int i = 0; i < puntos.length; i++) {
        int cercano = cercanos.computeIfAbsent(puntos[i], color -> cercano(paleta, color));
        reducida.getRaster().setSample(i % ancho, i / ancho, 0, cercano);
      }
      ImageIO.write(reducida, "png", archivo.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] paleta(int[] puntos) {
    Map<Integer, Integer> veces = new HashMap<>();
    Arrays.stream(puntos).forEach(color -> veces.merge(color, 1, Integer::sum));
    List<Map.Entry<Integer, Integer>> comunes =
        veces.entrySet().stream()
            .sorted(Comparator.comparing(Map.Entry::getValue, Comparator.reverseOrder()))
            .limit(COLORES)
            .toList();
    return comunes.stream().mapToInt(Map.Entry::getKey).toArray();
  }

  private static int cercano(int[] paleta, int color) {
    int mejor = 0;
    for (int i = 1; i < paleta.length; i++) {
      if (distancia(paleta[i], color) < distancia(paleta[mejor], color)) {
        mejor = i;
      }
    }
    return mejor;
  }

  private static int distancia(int a, int b) {
    int distancia = 0;
    for (int corrimiento = 0; corrimiento < 24; corrimiento += 8) {
      int diferencia = ((a >> corrimiento) & 0xff) - ((b >> corrimiento) & 0xff);
      distancia += diferencia * diferencia;
    }
    return distancia;
  }
}
