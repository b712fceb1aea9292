import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** Opens as many clients as it is told to, waits, and ends. */
public class Waits {

  public static void main(String[] args) {
    List<HttpClient> clients = new ArrayList<>();
    for (int made = 0; made < Integer.parseInt(args[0]); made++) {
      clients.add(HttpClient.newHttpClient()); // expect: open piled-up 9 java.net.http client
    }
    Word.of("end");
    System.out.println("ends with " + clients.size());
  }
}
