package dev.ajar.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of resource in the agent's catalogue, as the file {@code catalog.tsv} has it: the agent is
 * not there when the command runs.
 *
 * @param library as the agent's option {@code libraries} takes it
 * @param name one instance in words
 * @param role {@code CLIENT}, {@code PART} or {@code HANDOUT}
 * @param opens methods that open one, as {@code com.acme.Client::open}
 * @param closes methods that close one
 */
record KnownType(
    String library,
    String name,
    String className,
    String role,
    String why,
    String remedy,
    List<String> opens,
    List<String> closes) {

  private static final int FIELDS = 7;

  /** The whole catalogue. */
  static List<KnownType> all() {
    List<KnownType> all = new ArrayList<>();
    try (InputStream in = KnownType.class.getResourceAsStream("catalog.tsv")) {
      if (in == null) {
        throw new IllegalStateException("no catalogue in this jar");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(line.split("\t", -1), all);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** The first with a name, or null. */
  static @Nullable KnownType named(String name) {
    for (KnownType type : all()) {
      if (type.name.equals(name)) {
        return type;
      }
    }
    return null;
  }

  private static void add(String[] fields, List<KnownType> all) {
    if (fields.length == FIELDS) {
      all.add(
          new KnownType(
              fields[1],
              fields[2],
              fields[3],
              fields[4],
              fields[5],
              fields[6],
              new ArrayList<>(),
              new ArrayList<>()));
    } else {
      KnownType type = all.get(all.size() - 1);
      (fields[0].equals("open") ? type.opens : type.closes).add(fields[1]);
    }
  }
}
