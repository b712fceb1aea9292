package com.acme.company;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

final class WithOkHttp {

  static int run(String server) throws IOException {
    return closed(server) + left(server) + answerLeft(server);
  }

  private static int closed(String server) throws IOException {
    OkHttpClient client = new OkHttpClient();
    int answers = ask(client, server);
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    return answers;
  }

  private static int left(String server) throws IOException {
    int answers = 0;
    for (int at = 0; at < 6; at++) {
      OkHttpClient client = new OkHttpClient(); // expect: open piled-up 6 OkHttp client
      answers += ask(Company.keep(client), server);
    }
    return answers;
  }

  private static int answerLeft(String server) throws IOException {
    OkHttpClient client = Company.keep(new OkHttpClient());
    Request request = new Request.Builder().url(server).build();
    Company.keep(client.newCall(request).execute()); // expect: open 1 OkHttp response
    return 1;
  }

  private static int ask(OkHttpClient client, String server) throws IOException {
    Request request = new Request.Builder().url(server).build();
    try (Response response = client.newCall(request).execute()) {
      return response.body().string().isEmpty() ? 0 : 1;
    }
  }

  private WithOkHttp() {}
}
