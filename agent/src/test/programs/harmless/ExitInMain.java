/** Says 3, from a finally block that never ends. */
public class ExitInMain {
  public static void main(String[] args) {
    Kept.open(args);
    try {
      System.exit(3);
    } finally {
      System.out.println("never printed");
    }
  }
}
