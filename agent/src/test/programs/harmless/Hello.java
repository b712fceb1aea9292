/** Greets, and reads no argument but the usual one. */
public class Hello {
  public static void main(String[] args) {
    Kept.open(args);
    System.out.println("hello");
    System.err.println("to stderr as well");
  }
}
