import feign.RequestLine;
import feign.Response;

/** What the server answers, as Feign sees it. */
public interface Api {

  @RequestLine("GET /small")
  String small();

  @RequestLine("GET /large")
  String decoded();

  @RequestLine("GET /error")
  String failing();

  @RequestLine("GET /empty")
  void nothing();

  @RequestLine("HEAD /small")
  void head();

  @RequestLine("GET /cut")
  String cut();

  @RequestLine("GET /large")
  Response large();

  @RequestLine("GET /small")
  Response readAhead();

  @RequestLine("GET /empty")
  Response empty();
}
