package io.crossdock.worlds;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The oracle has never heard of the rules it judges. */
@AnalyzeClasses(packages = "io.crossdock.worlds", importOptions = ImportOption.DoNotIncludeTests.class)
class WorldsArchitectureTest {

    @ArchTest
    static final ArchRule shouldKnowNothingOfTheRulesWhenAWorldStatesTheTruth = classes()
            .that()
            .resideInAPackage("io.crossdock.worlds.world..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", "io.crossdock.worlds.world..");
}
