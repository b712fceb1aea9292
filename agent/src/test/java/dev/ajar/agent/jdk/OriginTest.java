package dev.ajar.agent.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URI;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

  private static final Module NO_MODULE = OriginTest.class.getModule();

  @ParameterizedTest
  @CsvSource({
    "file:/app/lib/okhttp-4.12.0.jar, okhttp-4.12.0.jar, 4.12.0",
    "file:/app/lib/httpclient5-5.4.1.jar, httpclient5-5.4.1.jar, 5.4.1",
    "file:/app/lib/okhttp-jvm-5.0.0-alpha.14.jar, okhttp-jvm-5.0.0-alpha.14.jar, 5.0.0-alpha.14",
    "file:/app/lib/acme-http-2x.jar, acme-http-2x.jar, 2x",
    "file:/app/lib/okhttp.jar, okhttp.jar,",
    "jar:file:/app/app.jar!/BOOT-INF/lib/okhttp-3.14.9.jar!/, okhttp-3.14.9.jar, 3.14.9",
    "jar:file:/app/app.jar!/BOOT-INF/classes!/, classes,",
    "file:/app/classes/, classes,",
    "file:/app/release-7/, release-7, 7",
  })
  void names_the_jar_and_the_version_in_its_name(String location, String source, String version)
      throws MalformedURLException {
    assertThat(Origin.of("okhttp3/Cache", NO_MODULE, domain(location)))
        .isEqualTo(new Origin("okhttp3.Cache", source, version));
  }

  @Test
  void names_the_module_and_the_version_of_the_jdk() throws MalformedURLException {
    Module http = ModuleLayer.boot().findModule("java.net.http").orElseThrow();
    Origin expected = new Origin("a.B$C", "java.net.http", System.getProperty("java.version"));

    assertThat(Origin.of("a/B$C", http, null)).isEqualTo(expected);
    assertThat(Origin.of("a/B$C", http, domain("jrt:/java.net.http"))).isEqualTo(expected);
  }

  @Test
  void says_when_neither_is_known() {
    Origin unknown = new Origin("okhttp3.Cache", "?", null);

    assertThat(Origin.of("okhttp3/Cache", null, null)).isEqualTo(unknown);
    assertThat(Origin.of("okhttp3/Cache", NO_MODULE, new ProtectionDomain(null, null)))
        .isEqualTo(unknown);
    CodeSource nowhere = new CodeSource(null, (Certificate[]) null);
    assertThat(Origin.of("okhttp3/Cache", NO_MODULE, new ProtectionDomain(nowhere, null)))
        .isEqualTo(unknown);
  }

  private static ProtectionDomain domain(String location) throws MalformedURLException {
    CodeSource source = new CodeSource(URI.create(location).toURL(), (Certificate[]) null);
    return new ProtectionDomain(source, null);
  }
}
