package dev.ajar.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.catalog.Library;
import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.catalog.Value;
import dev.ajar.agent.jdk.Origin;
import dev.ajar.ledger.Contract;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** Weaves with points made by hand, and notes what woven code says to the hook. */
final class Loom implements WeaveListener {

  /** One call of the hook. */
  record Passed(Point point, Object subject, Object argument) {}

  static final Value SELF = new Value(Value.Start.SELF, "", List.of());
  static final Value RESULT = new Value(Value.Start.RESULT, "", List.of());

  final List<Passed> passed = new ArrayList<>();
  final List<String> told = new ArrayList<>();
  final List<Origin> origins = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();
  private final List<Rule.Pointed> planned = new ArrayList<>();

  static Value parameter(Class<?> type) {
    return new Value(Value.Start.PARAMETER, type.getName().replace('.', '/'), List.of());
  }

  static Point point(String method, Point.Event event, Value subject, Value argument) {
    Point.Meaning meaning = argument == null ? Point.Meaning.NOTHING : Point.Meaning.TARGET;
    return new Point("Any", method, event, subject, meaning, argument, false);
  }

  Loom with(Point point) {
    ResourceType type =
        new ResourceType(
            "Acme", "client", "Any", Role.CLIENT, Contract.MUST, "Why.", "Do.", List.of());
    planned.add(
        new Rule.Pointed(new Rule(type, false, false, false, List.of(), List.of(point)), point));
    return this;
  }

  Loom with(String method, Point.Event event, Value subject, Value argument) {
    return with(point(method, event, subject, argument));
  }

  Weaver weave(byte[] classFile) {
    return Weaver.weave(classFile, planned, this, Loom.class.getClassLoader());
  }

  /** A woven copy of a class, verified twice: by ASM and, as it is not of the JDK, by the JVM. */
  Class<?> load(Class<?> original) throws ReflectiveOperationException {
    byte[] woven = weave(classFile(original)).classFile();
    assertVerifies(woven);
    return Class.forName(original.getName(), true, new Copies(original.getName(), woven));
  }

  static byte[] classFile(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getModule().getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static void assertVerifies(byte[] classFile) {
    StringWriter errors = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(classFile), Loom.class.getClassLoader(), false, new PrintWriter(errors));
    assertThat(errors).hasToString("");
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public int probe(Rule.Pointed pointed) {
    points.add(pointed.point());
    BiConsumer<Object, Object>[] probes = new BiConsumer[points.size()];
    Arrays.setAll(
        probes,
        at -> (subject, argument) -> passed.add(new Passed(points.get(at), subject, argument)));
    TheHook.HOOK.connect(probes);
    return points.size() - 1;
  }

  @Override
  public int apiProbe() {
    return 0;
  }

  @Override
  public void metTraces(String className, ClassLoader loader) {
    told.add("traces by " + className + " of " + loader);
  }

  @Override
  public void woven(Library library, Origin origin, List<String> missing) {
    told.add(library.name() + " " + origin.className() + " lacks " + missing);
    origins.add(origin);
  }

  @Override
  public void notWoven(String internalName, Throwable reason) {
    told.add(internalName + ": " + reason);
  }

  /** Has one class of its own, and the others from the tests'. */
  static final class Copies extends ClassLoader {

    private final String name;
    private final byte[] classFile;

    Copies(String name, byte[] classFile) {
      super(Loom.class.getClassLoader());
      this.name = name;
      this.classFile = classFile;
    }

    @Override
    protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
      synchronized (this) {
        if (!wanted.equals(name)) {
          return super.loadClass(wanted, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : defineClass(name, classFile, 0, classFile.length);
      }
    }
  }
}
