/** Copies standard input to standard output. */
public class Echo {
  public static void main(String[] args) throws Exception {
    Kept.open(args);
    System.in.transferTo(System.out);
    System.out.flush();
  }
}
