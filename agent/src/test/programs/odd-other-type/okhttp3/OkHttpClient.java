package okhttp3;

/** Has a field of the right name, and of another type. */
public class OkHttpClient {

  final StringBuilder connectionPool = new StringBuilder("with another field");

  public String name() {
    return connectionPool.toString();
  }
}
