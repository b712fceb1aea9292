import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;

/** Another agent: loads classes before the application starts, and retransforms them when told. */
public class OtherAgent {

  private static final List<Class<?>> LOADED = new ArrayList<>();
  private static Instrumentation instrumentation;

  /**
   * @param names of classes, each with a plus sign behind it; those that are not there do not count
   */
  public static void premain(String names, Instrumentation ofThisJvm) {
    instrumentation = ofThisJvm;
    for (String name : names.split("\\+")) {
      try {
        LOADED.add(Class.forName(name));
      } catch (ClassNotFoundException e) {
        continue; // another version has it
      }
    }
    System.out.println("loaded early: " + LOADED.size());
  }

  /** Gives each class another agent's look, which leaves it as it is. */
  public static void main(String[] args) throws Exception {
    Copier copier = new Copier();
    instrumentation.addTransformer(copier, true);
    instrumentation.retransformClasses(LOADED.toArray(new Class<?>[0]));
    instrumentation.removeTransformer(copier);
    System.out.println("retransformed late: " + copier.copies);
  }

  private static final class Copier implements ClassFileTransformer {

    private int copies;

    @Override
    public byte[] transform(
        ClassLoader loader,
        String name,
        Class<?> redefined,
        ProtectionDomain domain,
        byte[] classFile) {
      if (!LOADED.contains(redefined)) {
        return null;
      }
      copies++;
      return classFile.clone();
    }
  }
}
