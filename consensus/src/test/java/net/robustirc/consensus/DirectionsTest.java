package net.robustirc.consensus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom inside this module; import rules do not see fully qualified names. */
@AnalyzeClasses(packages = "net.robustirc.consensus", importOptions = DoNotIncludeTests.class)
class DirectionsTest {
    private static final String ROOT = "net.robustirc.consensus";

    @ArchTest
    static final ArchRule onlyRatisPackage_knowsRatis =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + ".ratis")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.ratis..", ROOT + ".ratis")
                    .because("Ratis can be upgraded or replaced in one place");

    @ArchTest
    static final ArchRule onlySnapshots_knowMvStore =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + ".snapshot")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.h2..")
                    .because("MVStore is the snapshot format and nothing else");

    @ArchTest
    static final ArchRule onlyCodecs_knowProtobufMessages =
            noClasses()
                    .that()
                    .resideInAnyPackage(ROOT, ROOT + ".output", ROOT + ".storage")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + ".codec..")
                    .because("the log's format is the codec's business");

    @ArchTest
    static final ArchRule storage_knowsNobody =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".storage")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT,
                            ROOT + ".codec..",
                            ROOT + ".output",
                            ROOT + ".snapshot",
                            "net.robustirc.statemachine..")
                    .because("tools format data directories with it alone");

    @ArchTest
    static final ArchRule nobody_looksInsideTheState =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "net.robustirc.statemachine.state..",
                            "net.robustirc.statemachine.command..")
                    .because("the front door is IrcStateMachine and ServerView");
}
