package dev.ajar.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The application's class path is the application's: this brings nothing along. */
@AnalyzeClasses(packages = "dev.ajar", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule uses_the_jdk_alone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.ajar.api", "java.lang..", "java.util");
}
