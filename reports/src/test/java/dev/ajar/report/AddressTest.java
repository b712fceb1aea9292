package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:80, 127.0.0.1:80, true, true",
    "localhost:80, 127.0.0.1:80, true, true",
    "localhost:80, [0:0:0:0:0:0:0:1]:80, true, true",
    "localhost:80, 192.0.2.7:80, false, false",
    "api.example:443, 192.0.2.7:443, false, true",
    "api.example, 192.0.2.7:443, false, true",
    "api.example, 192.0.2.7:8080, false, false",
    "api.example:443, 192.0.2.7:80, false, false",
    "192.0.2.8:443, 192.0.2.7:443, false, false",
    "[2001:db8:0:0:0:0:0:7]:443, [2001:db8:0:0:0:0:0:7]:443, true, true",
    "[2001:db8:0:0:0:0:0:7]:443, [2001:db8:0:0:0:0:0:8]:443, false, false",
    "[2001:db8:0:0:0:0:0:7], [2001:db8:0:0:0:0:0:7]:443, true, true",
    "'', 192.0.2.7:443, false, true"
  })
  void compares_hosts_with_addresses(String host, String remote, boolean is, boolean mayBe) {
    assertThat(Address.is(host, remote)).isEqualTo(is);
    assertThat(Address.mayBe(host, remote)).isEqualTo(mayBe);
  }
}
