package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.END;
import static dev.ajar.report.LedgerBuilder.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Contract;
import org.junit.jupiter.api.Test;

class OpenClientsTest {

  @Test
  void are_counted_by_class_and_line_the_most_first() {
    LedgerBuilder ledger =
        new LedgerBuilder()
            .site(CLIENT, CountsBuilder.opened(3).closed(2), "app.A.a:1", "app.Main.main:1")
            .site(CLIENT, CountsBuilder.opened(1), "app.A.a:1", "app.Main.main:2")
            .site(CLIENT, CountsBuilder.opened(7).closed(3).abandoned(1), "app.B.b:2")
            .site(CLIENT, CountsBuilder.opened(1).closed(1), "app.C.c:3")
            .site(RESPONSE, CountsBuilder.opened(4), "app.D.d:4")
            .site(LedgerBuilder.client(Contract.NEVER), CountsBuilder.opened(1), "app.E.e:5");

    assertThat(OpenClients.of(ledger.build(), END))
        .containsExactly(
            new OpenClients(CLIENT.name(), CLIENT.className(), "app.B.b(B.java:2)", 3),
            new OpenClients(CLIENT.name(), CLIENT.className(), "app.A.a(A.java:1)", 2));
  }

  @Test
  void of_places_beyond_the_bound_have_no_line() {
    LedgerBuilder ledger = new LedgerBuilder().site(CLIENT, CountsBuilder.opened(1));

    assertThat(OpenClients.of(ledger.build(), END))
        .extracting(OpenClients::site)
        .containsExactly("?");
  }
}
