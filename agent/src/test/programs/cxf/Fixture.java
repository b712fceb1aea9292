import java.io.Closeable;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.xml.transform.Source;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.frontend.ClientProxyFactoryBean;
import org.apache.cxf.jaxrs.client.JAXRSClientFactoryBean;
import org.apache.cxf.jaxrs.client.WebClient;
import org.apache.cxf.jaxrs.client.spec.ClientBuilderImpl;
import org.apache.cxf.jaxrs.model.UserOperation;
import org.apache.cxf.jaxrs.model.UserResource;
import org.apache.cxf.jaxws.DispatchImpl;

/** The JAX-RS and JAX-WS clients of CXF; what would be of javax or jakarta has no name here. */
public class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Garbage GARBAGE = new Garbage();

  static void forgotten() throws Exception {
    for (int made = 0; made < 5; made++) {
      keep(WebClient.create(Loopback.small())); // expect: open piled-up 5 CXF web client
    }
    for (int round = 0; round < 2; round++) {
      busy();
      responses();
      standard();
      keep(proxy());
      services();
    }
  }

  private static void services() throws Exception {
    ClientProxyFactoryBean factory = SoapNode.factory(Greeter.class);
    keep(factory.create(Greeter.class)).small(); // expect: open 2 CXF service client
    keep(factory.getClientFactoryBean().create()); // expect: open 2 CXF service client
    keep(dispatch());
    keep(SoapNode.jaxWsFactory(Greeter.class).create(Greeter.class)); // expect: open 2 CXF service client
  }

  private static void busy() throws Exception {
    WebClient client = WebClient.create(Loopback.small()); // expect: open 2 CXF web client
    keep(client);
    client.get().readEntity(String.class);
    client.get(String.class);
    client.async().get(String.class).get();
  }

  private static void responses() throws Exception {
    WebClient client = WebClient.create(Loopback.large()); // expect: open 2 CXF web client
    keep(client);
    keep(client.get()); // expect: open 2 CXF response
    InputStream half = client.get(InputStream.class); // expect: open 2 CXF response
    keep(half).read();
    WebClient error = WebClient.create(Loopback.error()); // expect: open 2 CXF web client
    keep(error);
    try {
      error.get(String.class); // expect: open 2 CXF response
      throw new AssertionError("was to fail");
    } catch (RuntimeException e) {
      keep(e); // which holds the response
    }
  }

  private static void standard() {
    var client = new ClientBuilderImpl().build(); // expect: open 2 CXF client
    keep(client);
    client.target(Loopback.small()).request().get(String.class);
    client.target(Loopback.error()).request().get().readEntity(String.class);
    keep(client.target(Loopback.large()).request().get()); // expect: open 2 CXF response
  }

  static void owned() {
    for (int round = 0; round < 2; round++) {
      var client = new ClientBuilderImpl().build();
      keep(client);
      keep(client.target(Loopback.small())).request().get(String.class);
      keep(client.target(Loopback.moved())).request().get().close();
      client.close();
    }
  }

  static void abandoned() throws Exception {
    for (int round = 0; round < 2; round++) {
      drop();
      GARBAGE.collect();
    }
  }

  private static void drop() {
    WebClient client = WebClient.create(Loopback.small()); // expect: abandoned 2 CXF web client
    client.get(String.class);
    GARBAGE.add(client);
    GARBAGE.add(new ClientBuilderImpl().build()); // expect: abandoned 2 CXF client
    Greeter greeter = SoapNode.factory(Greeter.class).create(Greeter.class); // expect: abandoned 2 CXF service client
    greeter.small();
    GARBAGE.add(greeter);
  }

  static void closed() throws Exception {
    keep(WebClient.create(Loopback.small())).close();
    WebClient twice = keep(WebClient.create(Loopback.small()));
    twice.close();
    twice.close();
    for (String url : List.of(Loopback.small(), Loopback.error(), Loopback.moved())) {
      requests(keep(WebClient.create(url)));
    }
    WebClient original = keep(WebClient.create(Loopback.small()));
    keep(WebClient.fromClient(original)).get().close();
    original.close();
    Remote proxy = keep(proxy());
    proxy.small();
    WebClient.client(proxy).close();
    standardRequests();
    failing();
    for (int round = 0; round < 2; round++) {
      closedServices();
    }
  }

  private static void closedServices() throws Exception {
    Greeter proxy = keep(SoapNode.factory(Greeter.class).create(Greeter.class));
    keep(proxy.small());
    ((Closeable) proxy).close();
    Client client = ClientProxy.getClient(keep(SoapNode.factory(Greeter.class).create(Greeter.class)));
    keep(client.invoke("small"));
    client.destroy();
    client.destroy();
    keep(SoapNode.factory(Greeter.class).getClientFactoryBean().create()).close();
    DispatchImpl<Source> dispatch = keep(dispatch());
    dispatch.invokeOneWay(SoapNode.request());
    keep(dispatch.invoke(SoapNode.request())); // whose message is read, and its stream not closed
    dispatch.close();
    Greeter refused = keep(SoapNode.factory(Greeter.class, Loopback.refused()).create(Greeter.class));
    try {
      keep(refused.small());
      throw new AssertionError("was to be refused");
    } catch (RuntimeException e) {
      keep(e);
    }
    ((Closeable) refused).close();
    ((Closeable) keep(SoapNode.jaxWsFactory(Greeter.class).create(Greeter.class))).close();
  }

  private static void requests(WebClient client) throws Exception {
    client.get().close();
    keep(client.get()).readEntity(String.class);
    keep(client.get()).readEntity(byte[].class);
    keep(client.get()).bufferEntity();
    keep(client.get().readEntity(InputStream.class)).close();
    keep(client.get().readEntity(InputStream.class)).readAllBytes();
    keep(client.head());
    keep(client.async().get().get()).readEntity(String.class);
    client.close();
  }

  private static void standardRequests() throws Exception {
    var client = new ClientBuilderImpl().build();
    keep(client);
    keep(client.target(Loopback.empty()).request().get());
    keep(client.target(Loopback.unmodified()).request().get());
    keep(client.target(Loopback.small()).request().head());
    keep(client.target(Loopback.large()).request().get()).close();
    keep(client.target(Loopback.error()).request().async().get().get()).readEntity(String.class);
    client.close();
    client.close();
  }

  private static void failing() {
    WebClient refused = keep(WebClient.create(Loopback.refused()));
    try {
      refused.get(String.class);
      throw new AssertionError("was to be refused");
    } catch (RuntimeException e) {
      keep(e);
    }
    refused.close();
    WebClient cut = keep(WebClient.create(Loopback.cut()));
    try {
      keep(cut.get(String.class)); // the JDK does not always say that it was cut
    } catch (RuntimeException e) {
      keep(e);
    }
    cut.close();
  }

  static void late() {
    WebClient atOnce = WebClient.create(Loopback.small());
    var late = new ClientBuilderImpl().build();
    var target = late.target(Loopback.small());
    KEPT.add(target); // or it is collected before its client closes it
    KEPT.add(target.request().get(String.class));
    System.out.println("clients that hooks close: 3"); // its web client, too
    Runtime.getRuntime().addShutdownHook(new Thread(atOnce::close));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  await(500);
                  late.close();
                }));
  }

  /** What a factory calls, whose annotations would be of javax or jakarta, is described to it. */
  private static Remote proxy() {
    UserOperation small = new UserOperation("small", "/small");
    small.setVerb("GET");
    UserResource remote = new UserResource(Remote.class.getName(), "/", List.of(small));
    JAXRSClientFactoryBean factory = new JAXRSClientFactoryBean();
    factory.setAddress("http://" + Loopback.host());
    factory.setModelBeansWithServiceClass(List.of(remote), Remote.class);
    return factory.create(Remote.class); // expect: open 2 CXF web client
  }

  /** A service. */
  public interface Remote {
    String small();
  }

  @SuppressWarnings("unchecked")
  private static DispatchImpl<Source> dispatch() throws ReflectiveOperationException {
    Method creating = SoapNode.createDispatch();
    Object[] with = SoapNode.arguments(creating);
    Object made = creating.invoke(SoapNode.service(), with); // expect: open 2 CXF service client
    return (DispatchImpl<Source>) made;
  }

  /** A service of SOAP. */
  public interface Greeter {
    String small();
  }

  private static void await(long millis) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
