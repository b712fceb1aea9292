package dev.ajar.demo;

/**
 * The command line of the gateway.
 *
 * @param port port to listen on, 0 to 65535; 0 takes a free one
 * @param requests how many requests the traffic sends; 0 sends none
 * @param exitAfterTraffic whether the process ends with the traffic instead of staying up
 */
record Flags(int port, int requests, boolean exitAfterTraffic) {

  static final String USAGE = "usage: demo-app [--port=N] [--requests=N] [--exit-after-traffic]";

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if a flag is unknown or its number is none or out of range
   */
  static Flags parse(String... args) {
    int port = 0;
    int requests = Traffic.USUAL_REQUESTS;
    boolean exitAfterTraffic = false;
    for (String arg : args) {
      if (arg.startsWith("--port=")) {
        port = number(arg, 65_535);
      } else if (arg.startsWith("--requests=")) {
        requests = number(arg, 1_000_000);
      } else if (arg.equals("--exit-after-traffic")) {
        exitAfterTraffic = true;
      } else {
        throw new IllegalArgumentException("unknown flag " + arg);
      }
    }
    return new Flags(port, requests, exitAfterTraffic);
  }

  private static int number(String arg, int most) {
    try {
      int number = Integer.parseInt(arg.substring(arg.indexOf('=') + 1));
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, together with a number that is out of range.
    }
    throw new IllegalArgumentException(arg + " needs a number from 0 to " + most);
  }
}
