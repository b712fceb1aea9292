package dev.ajar.agent.fork;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Recordings of Flight Recorder, as the tools of a JDK and Ajar's command see them. */
public final class Recorded {

  /** The report that {@code ajar-reports show} finds in a recording. */
  public static JsonNode report(Jdk jdk, Path recording) {
    Path jar = Path.of(System.getProperty("ajar.reportsJar"));
    String json = run(jdk, "java", "-jar", jar.toString(), "show", "--json", recording.toString());
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  /** What a tool of a JDK prints. */
  public static String run(Jdk jdk, String tool, String... arguments) {
    try {
      List<String> command = new ArrayList<>(List.of(jdk.home().resolve("bin/" + tool).toString()));
      command.addAll(List.of(arguments));
      File errors = Files.createTempFile("tool", ".txt").toFile();
      Process process = new ProcessBuilder(command).redirectError(errors).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      String said = Files.readString(errors.toPath());
      Files.delete(errors.toPath());
      return printed.isEmpty() ? said : printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Recorded() {}
}
