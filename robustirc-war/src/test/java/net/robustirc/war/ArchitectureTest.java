package net.robustirc.war;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Directions between the packages: RATIONALE.md beside this module says why. */
@AnalyzeClasses(
        packages = "net.robustirc.war",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("net.robustirc.war.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule doorsDoNotKnowEachOther =
            noClasses()
                    .that()
                    .resideInAPackage("..war.resource..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..war.admin..", "..war.boot..", "..war.metrics..");

    @ArchTest
    static final ArchRule adminKnowsNeitherTheOtherDoorNorBoot =
            noClasses()
                    .that()
                    .resideInAPackage("..war.admin..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..war.resource..", "..war.boot..", "..war.stream..");

    @ArchTest
    static final ArchRule onlyBootKnowsRatis =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..war.boot..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("net.robustirc.consensus.ratis..");

    @ArchTest
    static final ArchRule onlyMetricsKnowsMicrometer =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..war.metrics..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule onlyJsonKnowsJackson =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..war.json..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule onlyConfigKnowsToml =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..war.config..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.tomlj..");

    @ArchTest
    static final ArchRule nothingKnowsTheContainer =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule settingsAndConfigAreNoHttp =
            noClasses()
                    .that()
                    .resideInAnyPackage("..war.settings..", "..war.config..", "..war.throttle..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta..", "org.glassfish..");
}
