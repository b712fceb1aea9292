package org.sdk;

import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** A library, in a jar of its own, that forgets a client at each call. */
public final class Api {

  private static final List<Object> KEPT = new ArrayList<>();

  public String call() {
    KEPT.add(HttpClients.createDefault()); // expect: open 4 Apache HttpClient 5 client
    return "answer";
  }

  private Api() {}

  public static Api create() {
    return new Api();
  }
}
