package dev.ajar.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpTest {

  @Test
  void lists_every_option_with_its_default() {
    assertThat(Help.text())
        .isEqualTo(
            """
            Options of Ajar: agent arguments key=value,key=value win over -Dajar.key=value, these over
            AJAR_KEY=value in the environment, these over lines key=value in the config file.
              output=PATTERN        path of the report without .json: %s service, %h host, %p pid, %t start, %{ENV} [ajar-%s-%h-%p-%t]
              formats=LIST          text and json, joined by +, or none [text+json]
              service=NAME          name of the service, for the report
              build=NAME            build of the service, for the report
              depth=1..256          most frames kept of each stack [32]
              app=LIST              packages that count as the application, joined by +
              libraries=LIST        libraries to watch, joined by + [all]
              track=LIST            own classes to track, CLASS:METHOD,METHOD joined by +
              rules=FILE            file with such classes, one a line, and # comments
              suppressions=FILE     file of findings to leave out, each with a reason
              baseline=FILE         earlier report: findings are marked as new or known
              fail-on=SEVERITY      error, warning or info: least that exit-code is for [warning]
              exit-code=1..255      status in the place of 0, where there are findings
              live=DIR              directory of the ledger, or off [java.io.tmpdir]
              hook-wait=0..3600     s until a report that waits no more for hooks, 0: never [20]
              max-live=1..10000000  most resources followed at the same time [65536]
              thresholds=LIST       from how many on it is a finding, NAME:NUMBER joined by + [piled-up:5+partial:3+churn:12]
              quiet                 print no report [false]
              help                  print this list [false]
              config=FILE           file with lines key=value, blank lines and # comments
            """);
  }

  @Test
  void is_plain_ascii() {
    assertThat(Help.text()).matches("[ -~\\n]+");
  }
}
