package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.ledger.Contract;

/** The JDK's {@code HttpURLConnection}, http and https, 17 to 25. */
final class HttpUrlConnection {

  private static final String HTTP = "sun.net.www.protocol.http.";
  private static final String STREAM = HTTP + "HttpURLConnection$HttpInputStream";

  // Whoever asks for the status or a header only has a body, too. getInputStream() calls itself,
  // and has another stream then. NEVER: the connection, whose disconnect() is a hint, and closes
  // the stream; an empty body; an error's body that nobody has asked for, or that was read ahead
  // (sun.net.http.errorstream.enableBuffering); a body out of a cache; what the JDK reads for
  // itself; what Hutool reads, whose responses have a rule, and which drops those of redirections;
  // what a dispatch of CXF reads, which stops at the end of the message.
  private static final Rule STREAMS =
      family("HttpURLConnection", "java.net.", "sun.net.www.")
          .handout(
              Contract.SHOULD, "HttpURLConnection response stream", "java.net.HttpURLConnection")
          .why(
              "Until it is closed or read to its end it keeps its connection, which cannot be used"
                  + " again, open until it is collected as garbage.")
          .remedy(
              "Close what getInputStream(), or for an error getErrorStream(), returns, on"
                  + " every path, also where only the status is wanted. Where no other request to"
                  + " that server follows soon, disconnect() does as well.")
          .in(HTTP + "EmptyInputStream")
          .holdsNothingWith(self())
          .in(STREAM)
          .actsFor(parameter("java.io.InputStream"))
          .closes("close")
          .closesAtEndOf("read")
          .in(HTTP + "HttpURLConnection")
          .opensWhatReturnsFrom("getInputStream")
          .ofClass(STREAM)
          .opensWhatReturnsFrom("getErrorStream")
          .ofClass(STREAM)
          .sharedWhenOpenedFrom(
              "cn.hutool.http.",
              "org.apache.cxf.jaxws.DispatchImpl",
              "java.net.URLClassLoader",
              "jdk.internal.loader.",
              "sun.net.www.protocol.jar.",
              "sun.security.",
              "sun.awt.",
              "javax.imageio.",
              "com.sun.org.apache.")
          .rule();

  static final Library LIBRARY = Library.of("http-url-connection", STREAMS);

  private HttpUrlConnection() {}
}
