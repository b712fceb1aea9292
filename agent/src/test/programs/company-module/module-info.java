/** The program of {@code company} as a module, with its libraries as modules, most of them automatic. */
module com.acme.company {
  requires java.net.http;
  requires jdk.net; // for Apache HttpClient, which cannot say so as an automatic module
  requires okhttp3;
  requires org.apache.httpcomponents.client5.httpclient5;
  requires org.apache.httpcomponents.core5.httpcore5;
}
