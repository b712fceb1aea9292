/**
 * What an application may say to Ajar, and ask it. Enter at {@link dev.ajar.api.Ajar}.
 *
 * <p>The one rule: needs nothing, neither the agent nor a library, not even for annotations.
 */
package dev.ajar.api;
