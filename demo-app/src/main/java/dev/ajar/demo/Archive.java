package dev.ajar.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import org.apache.http.client.methods.HttpPut;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Where transcripts are kept: the oldest part of the service, still over Apache HttpClient 4.5. */
final class Archive implements Closeable {

  private final CloseableHttpClient http = HttpClients.createDefault();
  private final URI endpoint;

  Archive(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Stores a transcript. Reading the reply to its end gives the connection back. */
  String store(String title, String transcript) throws IOException {
    var put = new HttpPut(endpoint);
    var json = Json.object("title", title, "transcript", transcript);
    put.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
    var reply = http.execute(put);
    return Json.text(EntityUtils.toString(reply.getEntity()), "id");
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
