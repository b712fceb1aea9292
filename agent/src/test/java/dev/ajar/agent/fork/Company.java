package dev.ajar.agent.fork;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.tools.ToolProvider;

/**
 * The program of {@code src/test/programs/company}, the server that it asks, and what is found in
 * its plain run on each JDK.
 */
public final class Company {

  public static final String MAIN = "com.acme.company.Company";

  /** The client libraries that it uses beside the JDK's. */
  public static final List<Path> CLIENTS =
      List.of(
          Program.client("apache-httpclient-5/httpclient5-5.6.5"),
          Program.client("okhttp/okhttp-jvm-5.5.1"));

  private static final Path SOURCES = Path.of("src/test/programs/company");
  private static final byte[] ANSWER = "an answer".repeat(20_000).getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final Path classes;
  private final Path jar;
  private final Map<Jdk, Set<String>> plain = new ConcurrentHashMap<>();

  private Company(HttpServer server, Path classes, Path jar) {
    this.server = server;
    this.classes = classes;
    this.jar = jar;
  }

  /** Compiles it, starts its server, and runs it plainly on each JDK. */
  public static Company start(Path directory) throws IOException {
    Path classes = Files.createDirectory(directory.resolve("company"));
    Path jar = Program.compile("company", CLIENTS, classes).jar();
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Company company = new Company(HttpServer.create(any, 64), classes, jar);
    company.serve();
    for (Jdk jdk : Jdk.all()) {
      Path own = Files.createDirectory(directory.resolve("plain-" + jdk.feature()));
      Report report = Report.of(company.run(Fork.of(jdk, own)));
      assertThat(report.said()).isEqualTo(Expectations.in(SOURCES)).hasSize(9);
      company.plain.put(jdk, report.fingerprints());
    }
    return company;
  }

  private void serve() {
    server.setExecutor(executor);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, ANSWER.length);
          exchange.getResponseBody().write(ANSWER);
          exchange.close();
        });
    server.start();
  }

  public void stop() {
    server.stop(0);
    executor.shutdownNow();
  }

  /** All clients, as it is told to use them. */
  public static String[] allClients() {
    return new String[] {"apache", "okhttp", "jdk"};
  }

  /** Runs it to its end. */
  public Outcome run(Fork fork) {
    return run(fork, MAIN, allClients());
  }

  /** Runs a main class with it to the end. */
  public Outcome run(Fork fork, String main, String... clients) {
    fork.classPath(jar);
    CLIENTS.forEach(fork::classPath);
    List<String> arguments = new ArrayList<>(List.of(url()));
    arguments.addAll(List.of(clients));
    return fork.run(main, arguments);
  }

  /** The arguments of a run with all clients, after another. */
  public List<String> arguments(String first) {
    return List.of(first, url(), "apache", "okhttp", "jdk");
  }

  /** Asserts that a run did what the plain one does, and that its report says the same. */
  public void assertSame(Jdk jdk, Outcome outcome) {
    assertThat(outcome.status()).as(outcome.stderr()).isZero();
    assertThat(outcome.stdout()).endsWith("25 answers, 27 kept\n");
    Report report = Report.of(outcome);
    assertThat(report.fingerprints()).as(outcome.stderr()).isEqualTo(plain(jdk));
    assertThat(report.failings()).isEmpty();
    assertThat(report.at("/header/ledger").asText()).isEqualTo("file");
  }

  /** What is found in the plain run; the caller's own. */
  public Set<String> plain(Jdk jdk) {
    return new TreeSet<>(plain.get(jdk));
  }

  /** The classes that rules about its clients name, as {@code OtherAgent} takes them. */
  public static String watchedClasses() {
    List<String> names = new ArrayList<>();
    for (Client client : Client.newest()) {
      if (List.of("apache-httpclient-5", "okhttp", "java.net.http").contains(client.library())) {
        names.addAll(client.watchedClasses());
      }
    }
    return String.join("+", names).replace('/', '.');
  }

  /** The jar of what shares a JVM with Ajar and begins with the same word. */
  public static Path jar(String name) {
    for (Path jar : Client.list(Program.companion(name))) {
      if (jar.getFileName().toString().contains(name)) {
        return jar;
      }
    }
    throw new AssertionError("no jar for " + name);
  }

  /** A directory of jars on which more programs for its package can be compiled. */
  public Path classes() {
    return classes;
  }

  /** Compiles it as a module; the module path to run it with. */
  public String modulePath(Path into) {
    List<String> path = new ArrayList<>();
    for (Path library : CLIENTS) {
      Client.list(library).forEach(each -> path.add(each.toString()));
    }
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--release", "17", "-g", "-nowarn", "-d", into.toString()));
    arguments.addAll(List.of("--module-path", String.join(File.pathSeparator, path)));
    arguments.add("src/test/programs/company-module/module-info.java");
    for (Path source : Client.list(SOURCES.resolve("com/acme/company"))) {
      arguments.add(source.toString());
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, System.out, System.out, arguments.toArray(new String[0]));
    assertThat(status).isZero();
    path.add(0, into.toString());
    return String.join(File.pathSeparator, path);
  }

  /** Links an image of a JDK that has what Ajar and Apache HttpClient need, and no more. */
  public Jdk image(Jdk jdk, Path into) {
    try {
      Process jlink =
          new ProcessBuilder(
                  jdk.home().resolve("bin/jlink").toString(),
                  "--add-modules",
                  "java.base,java.instrument,java.logging,java.naming,jdk.net",
                  "--output",
                  into.toString())
              .inheritIO()
              .start();
      assertThat(jlink.waitFor()).isZero();
      return new Jdk(jdk.feature(), into);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }
}
