package co.satccf.sandbox.reloj;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Gives the {@code Clock} beans of the services a {@link RelojMovible}: where our classes ask for
 * the system's clock, they get that one. Nothing else of the process sees another time.
 */
public final class AgenteDeReloj implements ClassFileTransformer {
  private static final ClassDesc RELOJ = ClassDesc.of("co.satccf.sandbox.reloj.RelojMovible");
  private static final CodeTransform OTRO_RELOJ =
      (codigo, elemento) -> {
        if (elemento instanceof InvokeInstruction llamada
            && llamada.opcode() == Opcode.INVOKESTATIC
            && llamada.owner().asInternalName().equals("java/time/Clock")
            && llamada.name().stringValue().startsWith("system")) {
          codigo.invokestatic(RELOJ, llamada.name().stringValue(), llamada.typeSymbol());
        } else {
          codigo.with(elemento);
        }
      };

  AgenteDeReloj() {}

  /**
   * @param archivo holds the shift as an ISO-8601 duration
   */
  public static void premain(String archivo, Instrumentation instrumentacion) {
    RelojMovible.seguir(Path.of(archivo));
    instrumentacion.addTransformer(new AgenteDeReloj());
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader cargador,
      String nombre,
      @Nullable Class<?> antes,
      @Nullable ProtectionDomain dominio,
      byte[] clase) {
    // Where the beans are made; classes that are handed one need no change.
    if (!nombre.startsWith("co/satccf/") || !nombre.contains("/config/")) {
      return null;
    }
    ClassFile formato = ClassFile.of();
    return formato.transformClass(
        formato.parse(clase), ClassTransform.transformingMethodBodies(OTRO_RELOJ));
  }
}
