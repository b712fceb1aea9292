/** Closes standard error itself. */
public class ShutErr {
  public static void main(String[] args) {
    Kept.open(args);
    System.err.println("last words");
    System.err.close();
    System.out.println("hello");
  }
}
