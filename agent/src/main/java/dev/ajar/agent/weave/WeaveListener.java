package dev.ajar.agent.weave;

import dev.ajar.agent.catalog.Library;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.jdk.Origin;
import java.util.List;

/** What weaving asks for, and what it tells. Called on the threads that load classes. */
public interface WeaveListener {

  /**
   * The number that woven code is to call the hook with at this point. Called before the class that
   * holds the point runs; the hook must be there from then on.
   */
  int probe(Rule.Pointed pointed);

  /** The same for the class through which the application speaks to Ajar. */
  int apiProbe();

  /**
   * The class that holds the platform MBean server is being loaded, or was loaded before.
   *
   * @return the number that it is to call the hook with when it returns the server; -1 for none
   */
  default int managementProbe() {
    return -1;
  }

  /**
   * A class was woven.
   *
   * @param missing methods and fields that its rules name and it has not
   */
  void woven(Library library, Origin origin, List<String> missing);

  /**
   * A class was met, or loaded before, that may know in which trace a thread works; it is not
   * woven.
   */
  void metTraces(String className, ClassLoader loader);

  /**
   * The class of Flight Recorder's shutdown hook was met.
   *
   * @param now whether the recorder is initialised, or is being so by this thread; else the class
   *     is loaded ahead of that, as a verifier does, and nothing of the recorder may be touched
   */
  default void metRecorder(boolean now) {}

  /** A class was left as it was. */
  void notWoven(String internalName, Throwable reason);
}
