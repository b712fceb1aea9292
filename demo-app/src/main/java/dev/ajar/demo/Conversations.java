package dev.ajar.demo;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The conversations that were begun, each with its own handle to the language model. */
final class Conversations {

  private final Map<Integer, LlmApi.Handle> handles = new ConcurrentHashMap<>();
  private final Lanes lanes = new Lanes("llm", 32);
  private final LlmApi llm;

  Conversations(LlmApi llm) {
    this.llm = llm;
  }

  /** The model's answer to the next turn of a conversation, which begins with its first. */
  String ask(int conversation, String prompt) throws IOException {
    return lanes.answer(conversation, () -> handle(conversation).ask(prompt));
  }

  int count() {
    return handles.size();
  }

  private LlmApi.Handle handle(int conversation) {
    return handles.computeIfAbsent(conversation, begun -> llm.newHandle());
  }
}
