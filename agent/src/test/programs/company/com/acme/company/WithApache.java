package com.acme.company;

import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.HashSet;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

final class WithApache {

  private static final int MOST_COLLECTIONS = 500;

  static int run(String server) throws IOException, InterruptedException {
    return closed(server) + left(server) + answerLeft(server) + dropped() + late(server);
  }

  private static int closed(String server) throws IOException {
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      return ask(client, server);
    }
  }

  private static int left(String server) throws IOException {
    int answers = 0;
    for (int at = 0; at < 7; at++) {
      CloseableHttpClient client =
          HttpClients.createDefault(); // expect: open piled-up 7 Apache HttpClient 5 client
      answers += ask(Company.keep(client), server);
    }
    return answers;
  }

  private static int answerLeft(String server) throws IOException {
    for (int at = 0; at < 2; at++) { // one alone might have been meant to live on
      CloseableHttpClient client =
          Company.keep(HttpClients.createDefault()); // expect: open 2 Apache HttpClient 5 client
      HttpGet get = new HttpGet(server);
      Company.keep(
          client.executeOpen(null, get, null)); // expect: open 2 Apache HttpClient 5 response
    }
    return 2;
  }

  private static int late(String server) throws IOException {
    CloseableHttpClient client =
        HttpClients.createDefault(); // expect: used-after-close 1 Apache HttpClient 5 client
    client.close();
    try {
      return ask(client, server);
    } catch (IllegalStateException e) {
      return 0;
    }
  }

  /** Returns when all are collected, and one object more: by then Ajar has been told. */
  private static int dropped() throws InterruptedException {
    ReferenceQueue<Object> collected = new ReferenceQueue<>();
    Set<Reference<?>> awaited = new HashSet<>();
    for (int at = 0; at < 5; at++) {
      awaited.add(
          new PhantomReference<>(
              HttpClients.createDefault(), // expect: abandoned piled-up 5 Apache HttpClient 5 client
              collected));
    }
    await(awaited, collected);
    awaited.add(new PhantomReference<>(new Object(), collected));
    await(awaited, collected);
    return 0;
  }

  private static void await(Set<Reference<?>> awaited, ReferenceQueue<Object> collected)
      throws InterruptedException {
    for (int collections = 0; !awaited.isEmpty(); collections++) {
      if (collections == MOST_COLLECTIONS) {
        throw new AssertionError(awaited.size() + " are still reachable");
      }
      System.gc();
      for (Reference<?> gone = collected.remove(20); gone != null; gone = collected.poll()) {
        awaited.remove(gone);
      }
    }
  }

  private static int ask(CloseableHttpClient client, String server) throws IOException {
    String answer = client.execute(new HttpGet(server), r -> EntityUtils.toString(r.getEntity()));
    return answer.isEmpty() ? 0 : 1;
  }

  private WithApache() {}
}
