package dev.ajar.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "3,1", "4,2", "999,5", "1000,6", "1023999,10", "1024000,11"})
  void puts_a_life_below_the_bound_of_its_bucket(long millis, int bucket) {
    assertThat(Histogram.life(millis)).isEqualTo(bucket).isLessThan(Layout.LIVES);
    assertThat(millis).isLessThan(Histogram.lifeBound(bucket));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "2,2", "3,2", "4,3", "1000000,3"})
  void tells_none_one_few_and_many_requests_apart(long uses, int bucket) {
    assertThat(Histogram.requests(uses)).isEqualTo(bucket).isLessThan(Layout.REQUESTS);
  }
}
