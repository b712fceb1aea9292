package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fingerprints over edits of a program: each source is compiled, run and reported on. */
class FingerprintIT {

  private static final String SOURCE =
      """
      package shop;

      import java.io.Serializable;
      import java.lang.reflect.Proxy;
      import java.net.http.HttpClient;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.function.Supplier;

      public class Shop {
        private static final List<Object> KEPT = new ArrayList<>();

        public static void main(String[] args) {
          Runnable direct = () -> keep(HttpClient.newHttpClient());
          Runnable serial = (Runnable & Serializable) Shop::ofSerial;
          Runnable proxied =
              (Runnable)
                  Proxy.newProxyInstance(
                      Shop.class.getClassLoader(),
                      new Class<?>[] {Runnable.class},
                      (self, method, none) -> ofProxy());
          for (int i = 0; i < 5; i++) {
            plain();
            direct.run();
            serial.run();
            proxied.run();
            new Inner().open();
          }
        }

        private static void plain() {
          keep(HttpClient.newHttpClient());
        }

        private static void ofSerial() {
          keep(HttpClient.newHttpClient());
        }

        private static Object ofProxy() {
          Supplier<HttpClient> supplier = () -> HttpClient.newHttpClient();
          return keep(supplier.get());
        }

        private static Object keep(Object client) {
          KEPT.add(client);
          return null;
        }

        private static class Inner {
          void open() {
            KEPT.add(HttpClient.newHttpClient());
          }
        }
      }
      """;

  @TempDir private Path directory;

  @Test
  void outlives_edits_and_changes_with_the_name_of_method_or_class() throws IOException {
    Map<String, String> before = fingerprints("before", SOURCE, Jdk.all().get(0));
    assertThat(before.keySet())
        .extracting(method -> method.replaceFirst("\\$[0-9]+$", ""))
        .containsExactly(
            "shop.Shop$Inner.open",
            "shop.Shop.lambda$main",
            "shop.Shop.lambda$ofProxy",
            "shop.Shop.ofSerial",
            "shop.Shop.plain");
    Jdk newest = Jdk.all().get(Jdk.all().size() - 1);

    assertThat(fingerprints("again", SOURCE, newest)).isEqualTo(before);

    Map<String, String> edited = fingerprints("edited", edited(SOURCE), newest);
    assertThat(edited.keySet()).isNotEqualTo(before.keySet()); // other numbers of lambdas
    assertThat(edited.values()).containsExactlyInAnyOrderElementsOf(before.values());

    Map<String, String> renamed =
        fingerprints("renamed", SOURCE.replace("plain()", "simple()"), newest);
    assertThat(renamed).doesNotContainValue(before.get("shop.Shop.plain"));
    assertThat(renamed.values()).contains(before.get("shop.Shop.ofSerial"));

    Map<String, String> moved =
        fingerprints("moved", SOURCE.replace("package shop;", "package store;"), newest);
    assertThat(moved.values()).hasSize(5).doesNotContainAnyElementsOf(before.values());
  }

  /** Lines before, a lambda and a proxy before, other locals, another order of methods. */
  private static String edited(String source) {
    String first =
        """
          public static void main(String[] args) {
            Runnable unused = () -> System.out.println("first");
            Object other =
                Proxy.newProxyInstance(
                    Shop.class.getClassLoader(),
                    new Class<?>[] {Comparable.class},
                    (self, method, none) -> null);
            unused.run();
        """;
    return source
        .replace("import java.io", "// one\n// two\n\nimport java.io")
        .replace("  public static void main(String[] args) {\n", first)
        .replace("    KEPT.add(client);", "    int n = 1;\n    KEPT.add(client);");
  }

  /** The fingerprint of each finding by its class and method. */
  private Map<String, String> fingerprints(String name, String source, Jdk jdk) throws IOException {
    Path home = Files.createDirectory(directory.resolve(name));
    Path file = Files.writeString(home.resolve("Shop.java"), source);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", "17", "-d", home.toString(), file.toString());
    assertThat(status).isZero();
    String main = source.startsWith("package shop") ? "shop.Shop" : "store.Shop";
    Outcome outcome =
        Fork.of(jdk, home).agent("build=" + name + ",service=" + name).classPath(home).run(main);
    Map<String, String> fingerprints = new TreeMap<>();
    for (JsonNode finding : Report.of(outcome).at("/findings")) {
      JsonNode blame = finding.get("blame");
      fingerprints.put(
          blame.get("className").asText() + "." + blame.get("method").asText(),
          finding.get("fingerprint").asText());
    }
    return fingerprints;
  }
}
