package dev.ajar.agent.jdk;

import java.security.CodeSource;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Where a class came from.
 *
 * @param className its binary name
 * @param source file name of its jar or directory, or name of its module; {@code ?} if neither is
 *     known
 * @param version as the jar's name tells, or the JDK's for a module of the JDK; null if unknown
 */
public record Origin(String className, String source, @Nullable String version) {

  /** The origin of a class, given by its name with slashes. */
  public static Origin of(
      String internalName, @Nullable Module module, @Nullable ProtectionDomain domain) {
    String className = internalName.replace('/', '.');
    Origin inFiles = inFiles(className, domain);
    if (inFiles != null) {
      return inFiles;
    }
    if (module != null && module.getName() != null) {
      return new Origin(className, module.getName(), System.getProperty("java.version"));
    }
    return new Origin(className, "?", null);
  }

  /** The origin of a class that came from a jar or a directory, null for any other. */
  public static @Nullable Origin inFiles(String className, @Nullable ProtectionDomain domain) {
    String file = file(domain);
    return file == null ? null : new Origin(className, file, version(file));
  }

  /** Whether it came from a jar. */
  public boolean isJar() {
    return source.endsWith(".jar");
  }

  private static @Nullable String file(@Nullable ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    if (source == null || source.getLocation() == null) {
      return null;
    }
    String location = source.getLocation().toString();
    if (location.startsWith("jrt:")) {
      return null;
    }
    int end = location.length();
    while (end > 0 && (location.charAt(end - 1) == '/' || location.charAt(end - 1) == '!')) {
      end--;
    }
    String name = location.substring(location.lastIndexOf('/', end - 1) + 1, end);
    return name.isEmpty() ? null : name;
  }

  /** What stands between the first hyphen before a digit and {@code .jar}. */
  private static @Nullable String version(String jar) {
    int end = jar.endsWith(".jar") ? jar.length() - ".jar".length() : jar.length();
    for (int at = 0; at + 1 < end; at++) {
      if (jar.charAt(at) == '-' && Character.isDigit(jar.charAt(at + 1))) {
        return jar.substring(at + 1, end);
      }
    }
    return null;
  }
}
