/**
 * A chat gateway: a small service that leaks HTTP clients as services do, beside the right way.
 *
 * <p>{@link dev.ajar.demo.ChatGateway} is the entry. The one rule: a line that leaks ends with an
 * {@code expect} comment that states what the report must say of it, and no other line has one.
 */
@NullMarked
package dev.ajar.demo;

import org.jspecify.annotations.NullMarked;
