/** Ends at once, past all hooks. */
public class Halt {
  public static void main(String[] args) {
    Kept.open(args);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("never printed")));
    System.out.println("halts");
    Runtime.getRuntime().halt(5);
  }
}
