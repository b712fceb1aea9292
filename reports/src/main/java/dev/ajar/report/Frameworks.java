package dev.ajar.report;

/**
 * Whose code is never blamed for an opening: the JDK's, and that of frameworks, which call the
 * application or act for it.
 */
final class Frameworks {

  /** Prefixes of class names of the JDK. */
  private static final String[] JDK = {"java.", "javax.", "jdk.", "sun.", "com.sun."};

  /** Prefixes of class names of the JDK's that call whatever they are given. */
  private static final String[] DISPATCHERS = {
    "java.lang.Thread",
    "java.lang.VirtualThread",
    "java.lang.invoke.",
    "java.lang.reflect.",
    "java.util.TimerThread",
    "java.util.concurrent.",
    "jdk.internal.reflect.",
  };

  /** Prefixes of class names of frameworks, languages' run times and test runners. */
  private static final String[] KNOWN = {
    "akka.",
    "clojure.",
    "cn.hutool.",
    "co.elastic.clients.",
    "com.amazonaws.Amazon",
    "com.amazonaws.client.",
    "com.amazonaws.http.",
    "com.amazonaws.services.",
    "com.azure.",
    "com.datastax.oss.",
    "com.fasterxml.jackson.",
    "com.github.benmanes.caffeine.",
    "com.github.dockerjava.",
    "com.github.mizosoft.methanol.",
    "com.google.api.client.",
    "com.google.api.gax.",
    "com.google.api.services.",
    "com.google.auth.",
    "com.google.cloud.",
    "com.google.common.",
    "com.google.inject.",
    "com.linecorp.armeria.",
    "dagger.",
    "feign.",
    "groovy.",
    "io.dropwizard.",
    "io.grpc.",
    "io.helidon.",
    "io.ktor.",
    "io.lettuce.",
    "io.micronaut.",
    "io.netty.",
    "io.opentelemetry.",
    "io.quarkus.",
    "io.reactivex.",
    "io.smallrye.",
    "io.undertow.",
    "io.vertx.",
    "jakarta.",
    "javassist.",
    "junit.",
    "kong.unirest.",
    "kotlin.",
    "kotlinx.",
    "net.bytebuddy.",
    "net.sf.cglib.",
    "org.apache.camel.",
    "org.apache.catalina.",
    "org.apache.coyote.",
    "org.apache.felix.",
    "org.apache.groovy.",
    "org.apache.maven.",
    "org.apache.pekko.",
    "org.apache.solr.client.",
    "org.apache.solr.common.",
    "org.apache.tomcat.",
    "org.aspectj.",
    "org.asynchttpclient.",
    "org.codehaus.groovy.",
    "org.eclipse.jetty.",
    "org.eclipse.osgi.",
    "org.elasticsearch.client.",
    "org.glassfish.",
    "org.hibernate.",
    "org.jboss.",
    "org.junit.",
    "org.opensearch.client.",
    "org.redisson.",
    "org.springframework.",
    "org.testcontainers.",
    "org.testng.",
    "org.wildfly.",
    "play.",
    "reactor.",
    "retrofit2.",
    "rx.",
    "scala.",
    "software.amazon.awssdk.",
  };

  /** Whether a class is the JDK's or a framework's. */
  static boolean own(String className) {
    return startsWithAny(className, JDK) || startsWithAny(className, KNOWN);
  }

  /** Whether a class is the JDK's. */
  static boolean ofJdk(String className) {
    return startsWithAny(className, JDK);
  }

  /** Whether a class calls what it is given, so that a line of it says nothing. */
  static boolean dispatches(String className) {
    return startsWithAny(className, DISPATCHERS);
  }

  private static boolean startsWithAny(String className, String[] prefixes) {
    for (String prefix : prefixes) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private Frameworks() {}
}
