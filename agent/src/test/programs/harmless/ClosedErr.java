import java.io.OutputStream;
import java.io.PrintStream;

/** Has a closed stream for System.err. */
public class ClosedErr {
  public static void main(String[] args) {
    Kept.open(args);
    PrintStream closed = new PrintStream(OutputStream.nullOutputStream());
    closed.close();
    System.setErr(closed);
    System.err.println("never printed");
    System.out.println("hello");
  }
}
