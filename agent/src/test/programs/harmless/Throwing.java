/** Ends by an exception, with a cause and a suppressed one. */
public class Throwing {
  public static void main(String[] args) {
    Kept.open(args);
    IllegalStateException thrown =
        new IllegalStateException("out", new ArithmeticException("cause"));
    thrown.addSuppressed(new RuntimeException("suppressed"));
    throw thrown;
  }
}
