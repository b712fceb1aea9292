package com.acme.company;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.spy;

import java.io.IOException;
import java.net.http.HttpClient;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.classic.MinimalHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;

/** Mocks and spies, which hold nothing and are closed by nobody, before the program runs. */
public final class WithMocks {

  private static final int EACH = 6;

  public static void main(String[] args) throws Exception {
    for (int at = 0; at < EACH; at++) {
      mocks();
      spies();
    }
    int constructed = constructed();
    System.out.println(constructed + " mocks constructed");
    Company.main(args);
  }

  private static void mocks() {
    Company.keep(mock(OkHttpClient.class));
    Company.keep(mock(Response.class));
    Company.keep(mock(CloseableHttpClient.class));
    Company.keep(mock(MinimalHttpClient.class));
    Company.keep(mock(PoolingHttpClientConnectionManager.class));
    Company.keep(mock(HttpClient.class));
  }

  /** Copies of real ones, which are closed. */
  private static void spies() throws IOException {
    OkHttpClient okHttp = new OkHttpClient();
    Company.keep(spy(okHttp));
    okHttp.connectionPool().evictAll();
    try (CloseableHttpClient apache = HttpClients.createDefault();
        var manager = new PoolingHttpClientConnectionManager()) {
      Company.keep(spy(apache));
      Company.keep(spy(manager));
    }
  }

  private static int constructed() {
    try (var okHttp = mockConstruction(OkHttpClient.class);
        var manager = mockConstruction(PoolingHttpClientConnectionManager.class)) {
      for (int at = 0; at < EACH; at++) {
        Company.keep(new OkHttpClient());
        Company.keep(new PoolingHttpClientConnectionManager());
      }
      return okHttp.constructed().size() + manager.constructed().size();
    }
  }

  private WithMocks() {}
}
