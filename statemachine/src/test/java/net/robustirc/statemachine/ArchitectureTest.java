package net.robustirc.statemachine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * irc <- config <- entry <- state, output <- command <- front door; command never sees snapshot.
 */
class ArchitectureTest {
    private static final String ROOT = "net.robustirc.statemachine";
    private static final String IRC = "net.robustirc.irc";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("net.robustirc");

    private static void onlyUses(String from, String... allowed) {
        classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(CLASSES);
    }

    @Test
    void irc_usesTheJdkAlone() {
        onlyUses(IRC, IRC, "java.lang", "java.lang.invoke", "java.util");
    }

    @Test
    void config_usesTheJdkAlone() {
        onlyUses(ROOT + ".config", ROOT + ".config", "java.lang..", "java.util..");
    }

    @Test
    void entry_usesConfig() {
        onlyUses(
                ROOT + ".entry",
                ROOT + ".entry",
                ROOT + ".config",
                "java.lang..",
                "java.util",
                "java.security");
    }

    @Test
    void output_usesEntry() {
        onlyUses(
                ROOT + ".output",
                ROOT + ".output",
                ROOT + ".entry",
                "java.lang..",
                "java.util..",
                "org.pcollections");
    }

    @Test
    void state_usesWhatIsBelow() {
        onlyUses(
                ROOT + ".state",
                ROOT + ".state",
                ROOT + ".output",
                ROOT + ".entry",
                ROOT + ".config",
                IRC,
                "java.lang..",
                "java.util..",
                "org.pcollections");
    }

    @Test
    void command_andSnapshot_doNotSeeEachOther() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".command")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".snapshot")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".snapshot")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".command")
                .check(CLASSES);
    }

    @Test
    void nothing_isConcurrentOrDoesInputAndOutput() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io",
                        "java.net..",
                        "java.nio.file..",
                        "java.time..",
                        "java.text..",
                        "java.util.concurrent..",
                        "java.util.regex..",
                        "java.util.logging..")
                .check(CLASSES);
    }
}
