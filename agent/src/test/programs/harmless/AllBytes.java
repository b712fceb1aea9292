/** Prints every byte there is, on both streams. */
public class AllBytes {
  public static void main(String[] args) {
    Kept.open(args);
    for (int value = 0; value < 256; value++) {
      System.out.write(value);
      System.err.write(value);
    }
    System.out.flush();
    System.err.println("\u00e9\u20ac\ud83d\ude00");
  }
}
