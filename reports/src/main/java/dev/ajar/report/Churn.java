package dev.ajar.report;

/**
 * Clients that were closed soon after they had been made, again and again at one place.
 *
 * @param closed how many were made and closed
 * @param medianLifeMillis the length of life that half of them did not exceed, in ms: the upper
 *     bound of its bucket in the ledger
 * @param medianRequests the number of requests that half of them did not exceed, 0 to 3
 * @param used how many of them made a request: each connected anew
 */
public record Churn(long closed, long medianLifeMillis, int medianRequests, long used) {}
