import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import com.github.dockerjava.zerodep.shaded.org.apache.hc.client5.http.classic.methods.HttpGet;
import com.github.dockerjava.zerodep.shaded.org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import com.github.dockerjava.zerodep.shaded.org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import com.github.dockerjava.zerodep.shaded.org.apache.hc.client5.http.impl.classic.HttpClients;
import com.github.dockerjava.zerodep.shaded.org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import com.github.dockerjava.zerodep.shaded.org.apache.hc.core5.http.io.entity.EntityUtils;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Clients of the copy of Apache HttpClient 5 in docker-java's transport, used straight or by it. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    for (int round = 0; round < 2; round++) {
      CloseableHttpClient client = keep(HttpClients.createDefault()); // expect: open 2 Apache HttpClient 5 client
      EntityUtils.consume(client.execute(new HttpGet(Loopback.small())).getEntity());
      keep(client.execute(new HttpGet(Loopback.error()))); // expect: open 2 Apache HttpClient 5 response
      keep(new PoolingHttpClientConnectionManager()); // expect: open 2 Apache HttpClient 5 connection manager
      DockerHttpClient docker = keep(docker().build()); // expect: open 2 Apache HttpClient 5 client
      docker.execute(get("/small")).close();
    }
  }

  static void closed() throws Exception {
    try (CloseableHttpClient client = keep(HttpClients.createDefault())) {
      try (CloseableHttpResponse response = keep(client.execute(new HttpGet(Loopback.large())))) {
        response.getEntity().getContent().read();
      }
      EntityUtils.consume(keep(client.execute(new HttpGet(Loopback.error()))).getEntity());
      keep(client.execute(new HttpGet(Loopback.empty())));
    }
    keep(new PoolingHttpClientConnectionManager()).close();
    try (DockerHttpClient docker = keep(docker().build())) {
      docker.execute(get("/small")).close();
      docker.execute(get("/error")).close();
    }
  }

  private static ZerodepDockerHttpClient.Builder docker() {
    return new ZerodepDockerHttpClient.Builder()
        .dockerHost(URI.create("tcp://" + Loopback.host()))
        .maxConnections(4);
  }

  private static DockerHttpClient.Request get(String path) {
    return DockerHttpClient.Request.builder()
        .method(DockerHttpClient.Request.Method.GET)
        .path(path)
        .build();
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
