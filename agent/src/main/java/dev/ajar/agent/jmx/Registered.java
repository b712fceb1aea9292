package dev.ajar.agent.jmx;

import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** Registers the MXBean, in a class of its own: only here is {@code javax.management} linked. */
final class Registered {

  /** The name of the MXBean. */
  static final String NAME = "dev.ajar:type=Ajar";

  /** Registers it; why that failed, or null. */
  static @Nullable String in(Object server, View view) {
    try {
      if (server instanceof MBeanServer platform) {
        Object unused = platform.registerMBean(new AjarView(view), new ObjectName(NAME));
      }
      return null;
    } catch (InstanceAlreadyExistsException e) {
      return NAME + " is somebody else's MBean";
    } catch (JMException | RuntimeException | LinkageError e) {
      return NAME + " cannot be registered: " + e;
    }
  }

  private Registered() {}
}
