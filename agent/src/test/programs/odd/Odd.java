import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** Makes an object of a class, calls a method of it, and goes on with other clients. */
public class Odd {

  private static final List<HttpClient> CLIENTS = new ArrayList<>();

  public static void main(String[] args) {
    try {
      Class<?> odd = Class.forName(args[0]);
      System.out.println(odd.getMethod(args[1]).invoke(odd.getConstructor().newInstance()));
    } catch (ReflectiveOperationException | LinkageError e) {
      System.out.println(e);
    }
    for (int made = 0; made < 5; made++) {
      CLIENTS.add(HttpClient.newHttpClient());
    }
  }
}
