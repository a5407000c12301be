package io.crossdock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house: who may know whom. */
@AnalyzeClasses(packages = "io.crossdock", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] STAGES = {
        "io.crossdock.normalize..", "io.crossdock.correlate..", "io.crossdock.track..", "io.crossdock.publish.."
    };

    @ArchTest
    static final ArchRule stagesDoNotKnowEachOther = slices().matching(
                    "io.crossdock.(normalize|correlate|track|publish)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule stagesKnowNeitherTheTopologyNorWhoAsks = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.crossdock.topology..",
                    "io.crossdock.query..",
                    "io.crossdock.runtime..",
                    "io.crossdock.config..");

    @ArchTest
    static final ArchRule stagesReadNoClockAndNoEnvironment = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class);

    @ArchTest
    static final ArchRule rulesKnowNoKafka = noClasses()
            .that()
            .resideInAPackage("io.crossdock.order..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache..", "com.fasterxml..", "org.slf4j..");

    /** Reference data colours severity and display: what makes a status cannot even see it. */
    @ArchTest
    static final ArchRule noStatusKnowsReferenceData = noClasses()
            .that()
            .resideInAnyPackage("io.crossdock.order..", "io.crossdock.correlate..", "io.crossdock.track..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.crossdock.reference..");

    @ArchTest
    static final ArchRule queriesOnlyRead = noClasses()
            .that()
            .resideInAPackage("io.crossdock.query..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.streams.state.KeyValueStore");

    @ArchTest
    static final ArchRule onlyTheTopologyBuildsTopologies = noClasses()
            .that()
            .resideOutsideOfPackages("io.crossdock.topology..", "io.crossdock.runtime..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.streams.Topology");
}
