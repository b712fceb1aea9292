package dev.ajar.agent.weave;

import dev.ajar.agent.catalog.Library;
import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.jdk.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** What became of one class that the catalogue names. */
final class Woven implements WeaveListener {

  private final String name;
  private final Set<Point> points = new LinkedHashSet<>();
  private byte[] file = {};
  private List<String> missing = List.of();

  private Woven(String name) {
    this.name = name;
  }

  /** A loader of the classes of these jars and of the JDK. */
  static URLClassLoader loader(List<Path> jars) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }

  /** The classes of a jar that these patterns fit. */
  static Set<String> named(List<String> patterns, Path jar) throws IOException {
    Set<String> names = new TreeSet<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().toList()) {
        String name = entry.getName().replaceFirst("\\.class$", "");
        if (patterns.stream().anyMatch(pattern -> isNamed(name, pattern))) {
          names.add(name);
        }
      }
    }
    return names;
  }

  static boolean isNamed(String className, String pattern) {
    return className.matches(pattern.replace("$", "\\$").replace("*", ".*"));
  }

  /** Weaves those of these classes that a loader has. */
  static Map<String, Woven> all(Iterable<String> names, ClassLoader loader) throws IOException {
    Map<String, Woven> all = new TreeMap<>();
    for (String name : names) {
      try (InputStream in = loader.getResourceAsStream(name + ".class")) {
        if (in != null) {
          Woven woven = new Woven(name);
          woven.file =
              new Transformer(library -> true, null, woven)
                  .transform(null, loader, name, null, null, in.readAllBytes());
          all.put(name, woven);
        }
      }
    }
    return all;
  }

  /** What ASM finds wrong with it. */
  String errors(ClassLoader loader) {
    StringWriter errors = new StringWriter();
    CheckClassAdapter.verify(new ClassReader(file), loader, false, new PrintWriter(errors, true));
    return errors.toString();
  }

  /** The points that lie in it. */
  Set<Point> points() {
    return points;
  }

  /** What the rules name, every version should have, and it has not. */
  List<String> missing() {
    return missing;
  }

  byte[] file() {
    return file;
  }

  @Override
  public int probe(Rule.Pointed pointed) {
    points.add(pointed.point());
    return points.size();
  }

  @Override
  public int apiProbe() {
    throw new AssertionError("no rule is about it");
  }

  @Override
  public void metTraces(String className, ClassLoader loader) {}

  @Override
  public void woven(Library library, Origin origin, List<String> missingOnes) {
    missing = missingOnes;
  }

  @Override
  public void notWoven(String internalName, Throwable reason) {
    throw new AssertionError(internalName, reason);
  }

  @Override
  public String toString() {
    return name;
  }
}
