/** The same, and it ends at once. */
public class Mended {

  public static void main(String[] args) {
    try {
      Mirror.copy("http://127.0.0.1:1/");
    } finally {
      Mirror.CLIENT.dispatcher().executorService().shutdown();
      Mirror.CLIENT.connectionPool().evictAll();
    }
  }
}
