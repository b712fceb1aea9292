/**
 * The files that Ajar reads because somebody named them, and the permissions of those it makes.
 *
 * <p>The one rule: a file is never more than it should be. What is read is a regular file of a
 * bounded size that nobody has who could not do as much as Ajar may; what is made is its owner's
 * alone. Uses the JDK only.
 */
@NullMarked
package dev.ajar.file;

import org.jspecify.annotations.NullMarked;
