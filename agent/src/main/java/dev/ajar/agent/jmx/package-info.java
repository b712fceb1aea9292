/**
 * How Ajar stands in JMX, where the application uses that: begin at {@link
 * dev.ajar.agent.jmx.PlatformServer}, the only class that loads without it. Alone in using {@code
 * javax.management}; never makes a server.
 */
@NullMarked
package dev.ajar.agent.jmx;

import org.jspecify.annotations.NullMarked;
