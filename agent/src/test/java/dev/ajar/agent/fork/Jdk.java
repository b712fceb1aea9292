package dev.ajar.agent.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A JDK on this machine.
 *
 * @param feature its version, such as 17
 * @param home its directory
 */
public record Jdk(int feature, Path home) {

  /**
   * One JDK of each version from 17 on: those that {@code AJAR_JDKS} names (homes, joined as paths
   * are), or those beside the home of the running one. On a CI machine ({@code CI=true}) there has
   * to be a 25 among the latter.
   */
  public static List<Jdk> all() {
    Map<Integer, Jdk> found = new TreeMap<>();
    for (Path home : candidates()) {
      int feature = feature(home);
      if (feature >= 17) {
        found.putIfAbsent(feature, new Jdk(feature, home));
      }
    }
    if (named().isEmpty() && "true".equals(System.getenv("CI")) && !found.containsKey(25)) {
      throw new IllegalStateException("no JDK 25 beside " + running() + ", and no AJAR_JDKS");
    }
    return List.copyOf(found.values());
  }

  /** Each case on each JDK, which becomes the first argument. */
  public static Stream<Arguments> withEach(Arguments... cases) {
    return all().stream().flatMap(jdk -> Stream.of(cases).map(one -> jdk.with(one.get())));
  }

  private Arguments with(Object[] rest) {
    return Arguments.of(Stream.concat(Stream.of(this), Stream.of(rest)).toArray());
  }

  /** The JDK that runs this test. */
  public static Path running() {
    return Path.of(System.getProperty("java.home"));
  }

  Path launcher() {
    return home.resolve("bin/java");
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }

  private static List<Path> candidates() {
    if (!named().isEmpty()) {
      return Stream.of(named().split(System.getProperty("path.separator"))).map(Path::of).toList();
    }
    try (Stream<Path> beside = Files.list(running().toRealPath().getParent())) {
      return Stream.concat(Stream.of(running()), beside.sorted(Comparator.naturalOrder())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String named() {
    String named = System.getenv("AJAR_JDKS");
    return named == null ? "" : named.strip();
  }

  /** The version in the {@code release} file of a JDK, 0 where there is none or no compiler. */
  private static int feature(Path home) {
    if (!Files.isExecutable(home.resolve("bin/javac"))) {
      return 0;
    }
    Properties release = new Properties();
    try (var in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
    } catch (IOException e) {
      return 0;
    }
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    int end = version.indexOf('.');
    return Integer.parseInt(end < 0 ? version : version.substring(0, end));
  }
}
