/**
 * What Ajar knows of each library: which constructors open, which methods close and use, and what
 * the library's documentation asks for. Enter at {@link dev.ajar.agent.catalog.Catalog}; one file a
 * library.
 *
 * <p>The one rule: pure data. Nothing here loads a class of a watched library, weaves or tracks.
 */
@NullMarked
package dev.ajar.agent.catalog;

import org.jspecify.annotations.NullMarked;
