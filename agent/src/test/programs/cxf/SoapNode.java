import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.BusFactory;
import org.apache.cxf.frontend.ClientProxyFactoryBean;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.jaxws.ServiceImpl;

/** A server that answers in SOAP, and clients of it without the annotations of javax or jakarta. */
final class SoapNode {

  private static final String NAMESPACE = "http://DefaultNamespace";
  private static final QName PORT = new QName(NAMESPACE, "port");
  private static final String ANSWER =
      "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
          + "<n:smallResponse xmlns:n='%s'><return>hello</return></n:smallResponse>"
          + "</s:Body></s:Envelope>";
  private static final String ADDRESS = serve();

  static ClientProxyFactoryBean factory(Class<?> service) {
    return factory(service, ADDRESS);
  }

  static ClientProxyFactoryBean factory(Class<?> service, String address) {
    return at(address, service, new ClientProxyFactoryBean());
  }

  static ClientProxyFactoryBean jaxWsFactory(Class<?> service) {
    return at(ADDRESS, service, new JaxWsProxyFactoryBean());
  }

  private static ClientProxyFactoryBean at(
      String address, Class<?> service, ClientProxyFactoryBean factory) {
    factory.setAddress(address);
    factory.setServiceClass(service);
    return factory;
  }

  /** A service without a description. */
  static ServiceImpl service() {
    QName name = new QName(NAMESPACE, "service");
    ServiceImpl service = new ServiceImpl(BusFactory.getDefaultBus(), null, name, Object.class);
    service.addPort(PORT, "http://schemas.xmlsoap.org/wsdl/soap/http", ADDRESS);
    return service;
  }

  /** Its {@code createDispatch}, whose last parameter's type is of javax or of jakarta. */
  static Method createDispatch() {
    return Stream.of(ServiceImpl.class.getMethods())
        .filter(method -> method.getName().equals("createDispatch"))
        .filter(method -> method.getParameterCount() == 3)
        .filter(method -> method.getParameterTypes()[1] == Class.class)
        .findAny()
        .orElseThrow();
  }

  static Object[] arguments(Method createDispatch) {
    Object payload =
        Stream.of(createDispatch.getParameterTypes()[2].getEnumConstants())
            .filter(mode -> mode.toString().equals("PAYLOAD"))
            .findAny()
            .orElseThrow();
    return new Object[] {PORT, Source.class, payload};
  }

  static Source request() {
    return new StreamSource(new StringReader("<n:small xmlns:n='" + NAMESPACE + "'/>"));
  }

  private static String serve() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] answer = ANSWER.formatted(NAMESPACE).getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      Thread thread = new Thread(server::start);
      thread.setDaemon(true); // and so is the server's
      thread.start();
      thread.join();
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private SoapNode() {}
}
