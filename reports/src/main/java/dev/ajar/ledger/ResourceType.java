package dev.ajar.ledger;

import java.util.List;

/**
 * A kind of resource that Ajar watches, with all that a report says about it, so that a ledger can
 * be read without the agent that wrote it.
 *
 * @param library the library as users call it, such as {@code Apache HttpClient 5}
 * @param name one instance in words, such as {@code Apache HttpClient 5 client}
 * @param className the public type that users know it by, such as {@code
 *     org.apache.hc.client5.http.impl.classic.CloseableHttpClient}
 * @param role what it is to the application
 * @param contract what the library asks for
 * @param why the reason for the contract, one sentence from the library's documentation or from a
 *     measurement
 * @param remedy what to do about one that stays open, one or two sentences
 * @param packages prefixes of the library's own class names, never blamed for an opening
 */
public record ResourceType(
    String library,
    String name,
    String className,
    Role role,
    Contract contract,
    String why,
    String remedy,
    List<String> packages) {}
