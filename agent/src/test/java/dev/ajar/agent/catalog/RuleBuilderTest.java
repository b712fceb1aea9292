package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.field;
import static dev.ajar.agent.catalog.Value.parameter;
import static dev.ajar.agent.catalog.Value.result;
import static dev.ajar.agent.catalog.Value.self;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Point.Meaning;
import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBuilderTest {

  private static final Family ACME = family("Acme", "acme.", "acmeio.");

  @Test
  void describes_the_type() {
    Rule rule =
        ACME.client(Contract.MUST, "Acme client", "acme.Client").why("Why.").remedy("Do.").rule();

    assertThat(rule.type())
        .isEqualTo(
            new ResourceType(
                "Acme",
                "Acme client",
                "acme.Client",
                Role.CLIENT,
                Contract.MUST,
                "Why.",
                "Do.",
                List.of("acme.", "acmeio.")));
    assertThat(rule.closedByItsPart()).isFalse();
    assertThat(rule.usableAfterClose()).isFalse();
    assertThat(ACME.part(Contract.MAY, "p", "acme.P").rule().type().role()).isEqualTo(Role.PART);
    assertThat(ACME.handout(Contract.MAY, "h", "acme.H").rule().type().role())
        .isEqualTo(Role.HANDOUT);
  }

  @Test
  void puts_a_point_into_each_class_named_last() {
    Rule rule =
        client()
            .in("acme.A", "acme.B")
            .opensWhenConstructed()
            .in("acme.C$D")
            .opensWhatReturnsFrom("create")
            .reopensAtReturnFrom("acquire")
            .reopensAfter("lease", result())
            .rule();

    assertThat(rule.points())
        .containsExactly(
            point("acme/A", "<init>", Event.OPEN, self()),
            point("acme/B", "<init>", Event.OPEN, self()),
            point("acme/C$D", "create", Event.OPEN, result()),
            point("acme/C$D", "acquire", Event.REOPEN, self()),
            point("acme/C$D", "lease", Event.REOPEN, result()));
  }

  @Test
  void relates_the_opening_just_named_in_all_of_its_classes() {
    Value manager = parameter("acme.Manager");
    Rule rule =
        client()
            .in("acme.A", "acme.B")
            .opensWhatReturnsFrom("create")
            .opensWhenConstructed()
            .owning(manager)
            .in("acme.Lease")
            .opensWhenConstructed(field("lease", "acme.Lease"))
            .ownedBy(manager)
            .rule();

    assertThat(rule.points())
        .extracting(Point::meaning)
        .containsExactly(
            Meaning.NOTHING, Meaning.NOTHING, Meaning.PART, Meaning.PART, Meaning.OWNER);
    assertThat(rule.points())
        .extracting(Point::argument)
        .containsExactly(null, null, manager, manager, manager);
  }

  @Test
  void marks_a_close_at_all_of_its_ends_and_only_the_optional_as_optional() {
    Rule rule =
        client()
            .in("acme.A", "acme.B")
            .closes("close")
            .closes("shutdown", "shutdownNow")
            .wherePresent()
            .rule();

    assertThat(rule.points())
        .filteredOn(point -> point.className().equals("acme/A"))
        .extracting(point -> point.method() + " " + point.event() + " " + point.optional())
        .containsExactly(
            "close CLOSING false",
            "close CLOSED false",
            "close CLOSE_THREW false",
            "shutdown CLOSING true",
            "shutdown CLOSED true",
            "shutdown CLOSE_THREW true",
            "shutdownNow CLOSING true",
            "shutdownNow CLOSED true",
            "shutdownNow CLOSE_THREW true");
    assertThat(rule.points()).hasSize(18);
  }

  @Test
  void tells_the_exception_of_a_close_where_its_subject_is_known() {
    Rule rule =
        client()
            .in("acme.A")
            .closes("close", field("client", "acme.B"))
            .closes("release", parameter("acme.B"))
            .rule();

    assertThat(rule.points())
        .extracting(point -> point.method() + " " + point.event() + " " + point.meaning())
        .containsExactly(
            "close CLOSING NOTHING",
            "close CLOSED NOTHING",
            "close CLOSE_THREW EXCEPTION",
            "release CLOSING NOTHING",
            "release CLOSED NOTHING");
    assertThat(rule.points().get(2).argument()).isEqualTo(Value.thrown());
  }

  @Test
  void leaves_open_what_a_close_does_not_reach() {
    Value manager = field("manager", "acme.Manager");
    Rule rule = client().in("acme.A").leavesOpen("close", manager).rule();

    assertThat(rule.points())
        .containsExactly(
            new Point(
                "acme/A",
                "close",
                Event.CLOSED_IN_VAIN,
                self(),
                Meaning.LEFT_OPEN,
                manager,
                false));
  }

  @Test
  void opens_what_is_of_one_class() {
    Rule rule = client().in("acme.A").opensWhatReturnsFrom("body").ofClass("acme.A$Body").rule();

    Value name = new Value(Value.Start.CLASS_NAME, "acme/A$Body", List.of());
    assertThat(rule.points())
        .containsExactly(
            new Point("acme/A", "body", Event.OPEN, result(), Meaning.CLASS, name, false));
  }

  @Test
  void closes_at_an_end_with_nothing_left() {
    Value rest = field("buffers", "java.util.Queue");
    Rule rule = client().in("acme.Body").closesWithout("onComplete", rest).rule();

    assertThat(rule.points())
        .containsExactly(
            new Point(
                "acme/Body", "onComplete", Event.EMPTIED, self(), Meaning.DUTIES, rest, false));
  }

  @Test
  void closes_at_an_entry() {
    Rule rule = client().in("acme.A").beginsToClose("close").closesAtEntryOf("stop").rule();

    assertThat(rule.points())
        .containsExactly(
            point("acme/A", "close", Event.CLOSING, self()),
            point("acme/A", "stop", Event.EMPTIED, self()));
  }

  @Test
  void opens_only_once_used_what_the_opening_just_named_makes() {
    Rule rule =
        client().in("acme.A").opensWhenConstructed().onceUsed().opensAfter("start", self()).rule();

    assertThat(rule.points())
        .containsExactly(
            new Point("acme/A", "<init>", Event.OPEN, self(), Meaning.UNUSED, self(), false),
            point("acme/A", "start", Event.OPEN, self()));
  }

  @Test
  void says_where_a_use_goes() {
    Value target = parameter("acme.Host");
    Value pool = field("client", "acme.Client").call("pool", "acme.Pool");
    Rule rule = client().in("acme.A").uses("send", target).uses("call", pool, target).rule();

    assertThat(rule.points())
        .containsExactly(
            new Point("acme/A", "send", Event.USE, self(), Meaning.TARGET, target, false),
            new Point("acme/A", "call", Event.USE, pool, Meaning.TARGET, target, false));
    assertThat(pool.steps())
        .containsExactly(
            new Value.Step(Value.How.FIELD, "client", "acme.Client"),
            new Value.Step(Value.How.CALL, "pool", "acme.Pool"));
    assertThat(target.parameterType()).isEqualTo("acme/Host");
  }

  @Test
  void says_which_host_a_use_goes_to() {
    Value host = parameter("acme.Address");
    Rule rule = client().in("acme.A").usesHost("send", self(), host).rule();

    assertThat(rule.points())
        .containsExactly(new Point("acme/A", "send", Event.USE, self(), Meaning.HOST, host, false));
  }

  @Test
  void relates_an_object_to_what_it_belongs_to_after_it_was_opened() {
    Value pool = field("pool", "acme.Pool");
    Rule rule = client().in("acme.A").opensWhenConstructed().belongsAfter("join", pool).rule();

    assertThat(rule.points())
        .containsExactly(
            point("acme/A", "<init>", Event.OPEN, self()),
            new Point("acme/A", "join", Event.OWNING, self(), Meaning.OWNER, pool, false));
  }

  @Test
  void says_how_closing_works() {
    Rule rule = client().closedByItsPart().usableAfterClose().rule();

    assertThat(rule.closedByItsPart()).isTrue();
    assertThat(rule.usableAfterClose()).isTrue();
  }

  private static RuleBuilder client() {
    return ACME.client(Contract.SHOULD, "Acme client", "acme.Client");
  }

  private static Point point(String className, String method, Event event, Value subject) {
    return new Point(className, method, event, subject, Meaning.NOTHING, null, false);
  }
}
