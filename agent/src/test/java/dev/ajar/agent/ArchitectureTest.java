package dev.ajar.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The arrows between the packages: who may use whom, and who alone uses a library. */
@AnalyzeClasses(packages = "dev.ajar", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ASM = "org.objectweb.asm..";
  private static final String ATTACH = "com.sun.tools.attach..";
  private static final String DATABIND = "com.fasterxml.jackson.databind..";
  private static final String JACKSON_CORE = "com.fasterxml.jackson.core..";
  private static final String JFR = "jdk.jfr..";
  private static final String PICOCLI = "picocli..";

  private static final String AGENT = "dev.ajar.agent";
  private static final String API = "dev.ajar.agent.api..";
  private static final String CATALOG = "dev.ajar.agent.catalog..";
  private static final String EXIT = "dev.ajar.agent.exit..";
  private static final String OPTIONS = "dev.ajar.agent.options..";
  private static final String TRACK = "dev.ajar.agent.track..";
  private static final String HOLD = "dev.ajar.agent.hold..";
  private static final String WEAVE = "dev.ajar.agent.weave..";
  private static final String EVENTS = "dev.ajar.agent.jfr..";
  private static final String JMX = "dev.ajar.agent.jmx..";
  private static final String JDK = "dev.ajar.agent.jdk..";
  private static final String LEDGER = "dev.ajar.ledger..";
  private static final String REPORT = "dev.ajar.report..";
  private static final String FILE = "dev.ajar.file..";
  private static final String CLI = "dev.ajar.cli..";

  @ArchTest
  static final ArchRule the_agent_wires_all_but_the_command =
      only(
          AGENT, OPTIONS, API, CATALOG, WEAVE, TRACK, HOLD, EXIT, EVENTS, JMX, JDK, LEDGER, REPORT);

  @ArchTest
  static final ArchRule nothing_uses_the_agent_that_wires_it =
      noClasses()
          .that()
          .resideOutsideOfPackage(AGENT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(AGENT)
          .allowEmptyShould(true);

  @ArchTest static final ArchRule options_use_files_alone = only(OPTIONS, FILE);

  @ArchTest static final ArchRule jdk_access_uses_the_jdk_alone = only(JDK);

  @ArchTest static final ArchRule the_catalog_uses_words_of_the_ledger = only(CATALOG, LEDGER);

  @ArchTest static final ArchRule weaving_uses_the_catalog_and_asm = only(WEAVE, CATALOG, JDK, ASM);

  @ArchTest
  static final ArchRule tracking_uses_catalog_and_ledger = only(TRACK, CATALOG, JDK, LEDGER);

  @ArchTest
  static final ArchRule measuring_uses_tracking_and_ledger =
      only(HOLD, TRACK, CATALOG, JDK, LEDGER);

  @ArchTest
  static final ArchRule the_exit_uses_tracking_ledger_and_report =
      only(EXIT, TRACK, HOLD, JDK, LEDGER, REPORT, FILE);

  @ArchTest
  static final ArchRule answers_to_the_application_use_tracking_ledger_and_report =
      only(API, TRACK, LEDGER, REPORT);

  @ArchTest
  static final ArchRule events_use_tracking_report_and_jfr =
      only(EVENTS, TRACK, JDK, LEDGER, REPORT, JFR);

  @ArchTest static final ArchRule files_use_the_jdk_alone = only(FILE);

  @ArchTest
  static final ArchRule management_uses_the_report = only(JMX, JDK, REPORT, "javax.management..");

  @ArchTest static final ArchRule the_ledger_uses_files_alone = only(LEDGER, FILE);

  @ArchTest
  static final ArchRule the_report_uses_ledger_and_streaming_json =
      only(REPORT, LEDGER, FILE, JACKSON_CORE);

  @ArchTest
  static final ArchRule the_command_uses_report_databind_and_picocli =
      only(CLI, LEDGER, REPORT, FILE, DATABIND, JACKSON_CORE, PICOCLI, ATTACH, JFR);

  /** A host that sets its own LogManager breaks when a class before it has touched the default. */
  @ArchTest
  static final ArchRule nothing_in_the_watched_jvm_logs =
      noClasses()
          .that()
          .resideInAnyPackage(AGENT + "..", LEDGER, REPORT, FILE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .allowEmptyShould(true);

  private static ArchRule only(String user, String... used) {
    var basics = Stream.of(user, "java..", "org.jspecify.annotations");
    return classes()
        .that()
        .resideInAPackage(user)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Stream.concat(basics, Stream.of(used)).toArray(String[]::new))
        .allowEmptyShould(true);
  }
}
