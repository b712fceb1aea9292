/** Ends in its static initialiser, before main. */
public class ExitsWhileLoading {

  static {
    Faults.open();
    System.exit(7);
  }

  public static void main(String[] args) {
    System.out.println("never printed");
  }
}
