import io.vertx.core.Vertx;

/** Forgets an instance whose loops keep the JVM from ending. */
public class Forgets {

  private static Vertx kept;

  public static void main(String[] args) {
    kept = Vertx.vertx();
    kept.runOnContext(nothing -> {});
  }
}
