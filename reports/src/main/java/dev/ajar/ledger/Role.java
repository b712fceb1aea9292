package dev.ajar.ledger;

/** What a resource is to the application that opened it. */
public enum Role {
  /** What the application builds, keeps and closes. */
  CLIENT("client"),
  /** Something inside a client, closed with it: a connection manager, a pool, a cache. */
  PART("part"),
  /** Something that a client hands out for one exchange: a response, a body, a lease. */
  HANDOUT("handout");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** Such as {@code client}. */
  public String word() {
    return word;
  }
}
