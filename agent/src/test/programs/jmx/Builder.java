import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/** Makes MBean servers that are not of the JDK's class. */
public class Builder extends MBeanServerBuilder {

  @Override
  public MBeanServer newMBeanServer(
      String domain, MBeanServer outer, MBeanServerDelegate delegate) {
    MBeanServer server = super.newMBeanServer(domain, outer, delegate);
    return (MBeanServer)
        Proxy.newProxyInstance(
            Builder.class.getClassLoader(),
            new Class<?>[] {MBeanServer.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(server, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
