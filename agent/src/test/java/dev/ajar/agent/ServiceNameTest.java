package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceNameTest {

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void is_what_others_were_told_first() {
    properties.put("sun.java.command", "com.acme.Main secret=7");
    assertThat(name()).isEqualTo("Main");
    environment.put("SPRING_APPLICATION_NAME", "d");
    assertThat(name()).isEqualTo("d");
    properties.put("spring.application.name", "c");
    assertThat(name()).isEqualTo("c");
    environment.put("OTEL_SERVICE_NAME", " b ");
    assertThat(name()).isEqualTo("b");
    properties.put("otel.service.name", "a");
    assertThat(name()).isEqualTo("a");
    properties.put("otel.service.name", "  ");
    assertThat(name()).isEqualTo("b");
  }

  @Test
  void is_the_main_class_or_jar_else() {
    assertThat(name()).isEqualTo("java");
    properties.put("sun.java.command", "/opt/app/orders-svc.jar --password=x.y");
    assertThat(name()).isEqualTo("orders-svc");
    properties.put("sun.java.command", "C:\\app\\orders.jar");
    assertThat(name()).isEqualTo("orders");
    properties.put("sun.java.command", "com.acme/com.acme.Main");
    assertThat(name()).isEqualTo("Main");
  }

  private String name() {
    return ServiceName.of(properties, environment);
  }
}
