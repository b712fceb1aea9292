package com.acme.company;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A program with known faults, which has to be told the same of in whatever company and setting it
 * runs. It lies in a package, so that it can be a module, and asks a server of another process.
 */
public final class Company {

  private static final List<Object> KEPT = new ArrayList<>();

  /**
   * @param args the server, such as {@code http://127.0.0.1:40123/}, and which clients: {@code
   *     apache}, {@code okhttp}, {@code jdk}
   */
  public static void main(String[] args) throws Exception {
    String server = args[0];
    int answers = 0;
    for (String clients : Arrays.asList(args).subList(1, args.length)) {
      answers +=
          switch (clients) {
            case "apache" -> WithApache.run(server);
            case "okhttp" -> WithOkHttp.run(server);
            case "jdk" -> WithJdk.run(server);
            default -> throw new IllegalArgumentException(clients);
          };
    }
    System.out.println(answers + " answers, " + KEPT.size() + " kept");
    System.exit(0); // what is kept may keep the JVM
  }

  static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }

  private Company() {}
}
