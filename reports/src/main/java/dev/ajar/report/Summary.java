package dev.ajar.report;

/**
 * The sums of a run. Parts of clients are not counted: they go with their client.
 *
 * @param clients what became of the clients
 * @param responses what became of the things that clients hand out for one exchange
 * @param places how many places have clients that no close was seen for
 */
public record Summary(Tally clients, Tally responses, int places) {}
