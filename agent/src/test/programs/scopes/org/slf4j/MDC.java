package org.slf4j;

import java.util.HashMap;
import java.util.Map;

/** In the place of the real one: keeps what a thread is told. */
public final class MDC {

  private static final ThreadLocal<Map<String, String>> CONTEXT =
      ThreadLocal.withInitial(HashMap::new);

  public static void put(String key, String value) {
    CONTEXT.get().put(key, value);
  }

  public static String get(String key) {
    return CONTEXT.get().get(key);
  }

  private MDC() {}
}
