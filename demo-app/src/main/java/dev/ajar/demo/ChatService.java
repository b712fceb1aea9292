package dev.ajar.demo;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** What the gateway does with what it is asked: which back ends it calls, and in which order. */
final class ChatService implements Closeable {

  private final Refusals refusals = new Refusals();
  private final TokenClient tokens;
  private final Moderation moderation;
  private final Embeddings embeddings;
  private final LlmApi llm;
  private final Conversations conversations;
  private final Billing billing;
  private final Archive archive;
  private final Webhooks webhooks;
  private final Metrics metrics;
  private final Quotas quotas;
  private final HealthCheck healthCheck;

  ChatService(StubBackends backends) {
    tokens = new TokenClient(backends.address("tokens"));
    moderation = new Moderation(backends.address("moderation"));
    embeddings = new Embeddings(backends.address("embeddings"), refusals);
    llm = new LlmApi(backends.address("llm"), refusals);
    conversations = new Conversations(llm);
    billing = new Billing(backends.address("billing"));
    archive = new Archive(backends.address("archive"));
    webhooks = new Webhooks(backends.address("webhooks"));
    metrics = new Metrics(backends.address("metrics"));
    quotas = new Quotas(backends.address("quotas"));
    healthCheck = new HealthCheck(backends.addresses());
  }

  /** The next turn of a tenant's conversation. */
  String chat(String tenant, int conversation, String prompt) throws IOException {
    String token = tokens.token(tenant);
    moderation.screen(prompt);
    String memory = embeddings.recall(tenant, prompt);
    String answer = conversations.ask(conversation, memory + " " + prompt);
    billing.charge(tenant, token);
    return Json.object("answer", answer);
  }

  /** A single turn of somebody without an account: no conversation, no charge. */
  String guest(String prompt) throws IOException {
    moderation.screen(prompt);
    String answer = llm.sharedHandle().ask(prompt);
    return Json.object("answer", answer, "left", quotas.take());
  }

  String complete(String prompt) throws IOException {
    moderation.screen(prompt);
    return Json.object("completion", llm.complete(prompt));
  }

  String embed(String text) throws IOException {
    return Json.object("vector", embeddings.embed(text));
  }

  /** Stores a transcript with a title and tags, and may tell the customer. */
  String archive(String transcript, boolean notify) throws IOException {
    String title = llm.title(transcript);
    String tags = embeddings.tags(transcript);
    String id = archive.store(title, transcript);
    if (notify) {
      webhooks.deliver("archived " + id);
    }
    return Json.object("id", id, "title", title, "tags", tags);
  }

  String usage() {
    metrics.push("conversations", conversations.count());
    return Json.object(
        "conversations", conversations.count(),
        "tenants", embeddings.tenants(),
        "charges", billing.charges(),
        "deliveries", webhooks.count(),
        "refusals", refusals.count());
  }

  String refusals() {
    return refusals.page();
  }

  String health() {
    return healthCheck.page();
  }

  /** Closes what the team remembers: neither the language model's client nor the conversations'. */
  @Override
  public void close() {
    try (tokens;
        quotas;
        archive) {
      billing.closeAfter(Duration.ofMillis(500)).join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
