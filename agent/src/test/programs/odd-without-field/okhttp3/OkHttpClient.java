package okhttp3;

/** Has nothing of its namesake. */
public class OkHttpClient {

  public String name() {
    return "without a field";
  }
}
