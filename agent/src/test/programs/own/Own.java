import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;

/** Classes of the application's own, of which it forgets some. */
public class Own {

  private static final List<Object> KEPT = new ArrayList<>();

  /** Tracked by its name. */
  static class Api {

    private final String name;

    Api() {
      this("unnamed");
    }

    Api(String name) {
      this.name = name;
    }

    static Api create() {
      return new Api("made");
    }

    void stop() {
      System.out.println(name + " stopped");
    }
  }

  /** Its subtypes are tracked. */
  interface Connection extends Closeable {

    @Override
    default void close() {}
  }

  static class Tcp implements Connection {}

  static class Tls extends Tcp {

    @Override
    public void close() {
      super.close();
    }
  }

  public static void main(String[] args) throws Exception {
    for (int round = 0; round < 2; round++) {
      KEPT.add(new Api()); // expect: open 2 Own$Api
      KEPT.add(Api.create()); // expect: open 2 Own$Api
      Api stopped = new Api("one");
      stopped.stop();
      KEPT.add(stopped);
      KEPT.add(new Tcp()); // expect: open 2 Own$Connection
      KEPT.add(new Tls()); // expect: open 2 Own$Connection
      for (Connection closed : List.of(new Tcp(), new Tls(), new Connection() {})) {
        closed.close();
        KEPT.add(closed);
      }
      KEPT.add(new Object());
    }
    System.out.println("done");
  }
}
