package com.acme.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle with a client library of its own; it forgets its clients, and closes one. */
public class Activator implements BundleActivator {

  private static final List<CloseableHttpClient> KEPT = new ArrayList<>();

  @Override
  public void start(BundleContext context) throws IOException {
    for (int at = 0; at < 5; at++) {
      CloseableHttpClient client =
          HttpClients.createDefault(); // expect: abandoned piled-up 5 Apache HttpClient 5 client
      KEPT.add(client);
      ask(client);
    }
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      ask(client);
    }
  }

  @Override
  public void stop(BundleContext context) {}

  private static void ask(CloseableHttpClient client) throws IOException {
    client.execute(new HttpGet(System.getProperty("server")), response -> response.getCode());
  }
}
