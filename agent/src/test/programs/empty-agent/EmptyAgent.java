import java.lang.instrument.Instrumentation;

/** An agent that does nothing: with it, the JVM does what it does for any agent. */
public class EmptyAgent {
  public static void premain(String arguments, Instrumentation instrumentation) {}
}
