package io.crossdock.order;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;

/** The rules have never heard of Kafka, JSON, a clock or chance. */
@AnalyzeClasses(packages = "io.crossdock.order", importOptions = ImportOption.DoNotIncludeTests.class)
class OrderCoreArchitectureTest {

    @ArchTest
    static final ArchRule shouldDependOnTheJdkAloneWhenStatingRules = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", "io.crossdock.order..");

    @ArchTest
    static final ArchRule shouldReadNoClockWhenStatingRules = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule shouldDecideNothingByChanceWhenStatingRules =
            noClasses().should().dependOnClassesThat().areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule shouldKnowFactsOnlyWhenParentsAreChosen = classes()
            .that()
            .resideInAPackage("io.crossdock.order.link..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify.annotations..", "io.crossdock.order.fact..", "io.crossdock.order.link..");

    @ArchTest
    static final ArchRule shouldKnowFactsOnlyWhenAMailboxOrAnOutboxDecides = classes()
            .that()
            .resideInAnyPackage("io.crossdock.order.mailbox..", "io.crossdock.order.outbox..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "io.crossdock.order.fact..",
                    "io.crossdock.order.link..",
                    "io.crossdock.order.mailbox..",
                    "io.crossdock.order.outbox..");
}
