/**
 * Puts one call into each watched method. Enter at {@link dev.ajar.agent.weave.Transformer}; the
 * call goes to {@code java.lang.$Ajar}, which {@link dev.ajar.agent.weave.Hook} makes.
 *
 * <p>The one rule: alone in using ASM. Woven code has no branch and no handler, and weaving adds no
 * field, method or interface, so that loaded classes can be retransformed.
 */
@NullMarked
package dev.ajar.agent.weave;

import org.jspecify.annotations.NullMarked;
