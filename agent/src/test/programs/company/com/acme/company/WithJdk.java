package com.acme.company;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

final class WithJdk {

  static int run(String server) throws IOException, InterruptedException {
    return left(server) + answerLeft(server) + answerClosed(server);
  }

  private static int left(String server) throws IOException, InterruptedException {
    int answers = 0;
    for (int at = 0; at < 5; at++) {
      HttpClient client = HttpClient.newHttpClient(); // expect: open piled-up 5 java.net.http client
      String answer = Company.keep(client).send(request(server), BodyHandlers.ofString()).body();
      answers += answer.isEmpty() ? 0 : 1;
    }
    return answers;
  }

  private static int answerLeft(String server) throws IOException, InterruptedException {
    HttpClient client = Company.keep(HttpClient.newHttpClient());
    BodyHandler<InputStream> stream = BodyHandlers.ofInputStream();
    Company.keep(
        client.send(request(server), stream)); // expect: open 1 java.net.http body stream
    return 1;
  }

  private static int answerClosed(String server) throws IOException, InterruptedException {
    HttpClient client = Company.keep(HttpClient.newHttpClient());
    try (InputStream body = client.send(request(server), BodyHandlers.ofInputStream()).body()) {
      return body.readAllBytes().length == 0 ? 0 : 1;
    }
  }

  private static HttpRequest request(String server) {
    return HttpRequest.newBuilder(URI.create(server)).build();
  }

  private WithJdk() {}
}
