package dev.ajar.demo;

import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** The language model, over Apache HttpClient 5. */
final class LlmApi {

  private final URI endpoint;
  private final HttpHost llm;
  private final Refusals refusals;

  // Made once, for as long as the gateway runs, and closed by nobody. By itself it would wait a
  // second and repeat what was answered 429.
  private final CloseableHttpClient shared =
      HttpClients.custom()
          .disableAutomaticRetries()
          .build(); // expect: open application-scoped 1 Apache HttpClient 5 client

  LlmApi(URI endpoint, Refusals refusals) {
    this.endpoint = endpoint;
    this.llm = HttpHost.create(endpoint);
    this.refusals = refusals;
  }

  /** A conversation's own handle. Its client lives in the closure, where nobody can close it. */
  Handle newHandle() {
    var http = HttpClients.createDefault(); // expect: open piled-up 500 Apache HttpClient 5 client
    return prompt -> http.execute(ask(prompt), LlmApi::text);
  }

  /** The same over the client that all share. */
  Handle sharedHandle() {
    return prompt -> shared.execute(ask(prompt), LlmApi::text);
  }

  /** A completion. A refusal is thrown before the reply comes to its try block. */
  String complete(String prompt) throws IOException {
    var ask = ask(prompt);
    var reply =
        shared.executeOpen(llm, ask, null); // expect: partial 3 Apache HttpClient 5 response
    if (reply.getCode() == HttpStatus.SC_TOO_MANY_REQUESTS) {
      refusals.add("llm", () -> retryAfter(reply));
      throw new BackendBusy("llm");
    }
    try (reply) {
      return text(reply);
    }
  }

  /** A title for a transcript. Whatever the reply is, it is closed. */
  String title(String transcript) throws IOException {
    try (var reply = shared.executeOpen(llm, ask("Title: " + transcript), null)) {
      return reply.getCode() == HttpStatus.SC_TOO_MANY_REQUESTS ? "Untitled" : text(reply);
    }
  }

  private ClassicHttpRequest ask(String prompt) {
    var post = new HttpPost(endpoint);
    var json = Json.object("prompt", prompt);
    post.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
    return post;
  }

  private static String retryAfter(ClassicHttpResponse reply) {
    var header = reply.getFirstHeader("Retry-After");
    return header == null ? "unknown" : header.getValue();
  }

  private static String text(ClassicHttpResponse reply) throws IOException {
    if (reply.getCode() == HttpStatus.SC_TOO_MANY_REQUESTS) {
      throw new BackendBusy("llm");
    }
    try {
      return Json.text(EntityUtils.toString(reply.getEntity()), "text");
    } catch (ParseException e) {
      throw new IOException(e);
    }
  }

  /** Answers the turns of one conversation. */
  interface Handle {
    String ask(String prompt) throws IOException;
  }
}
