package net.robustirc.statemachine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommandTableTest {
    /**
     * Name, least number of parameters, and whether it is for sessions before or after
     * registration.
     */
    private static final String TABLE =
            """
            ADMIN 0 after
            AWAY 0 after
            BOTSERV 0 after
            BS 0 after
            CAP 1 before after
            CHANSERV 0 after
            CS 0 after
            GLINE 0 after
            HELP 0 after
            HELPOP 0 after
            HOSTSERV 0 after
            HS 0 after
            INFO 0 after
            INVITE 2 after
            ISON 1 after
            JOIN 1 after
            KICK 2 after
            KILL 2 after
            KLINE 0 after
            KNOCK 1 after
            LINKS 0 after
            LIST 0 after
            LUSERS 0 after
            MEMOSERV 0 after
            MODE 1 after
            MONITOR 1 after
            MOTD 0 after
            MS 0 after
            NAMES 0 after
            NICK 0 before after
            NICKSERV 0 after
            NOTICE 0 after
            NS 0 after
            OPER 2 after
            OPERSERV 0 after
            OS 0 after
            PART 1 after
            PASS 1 before
            PING 0 before after
            PONG 0 before after
            PRIVMSG 0 after
            QUIT 0 before after
            REHASH 0 after
            SERVER 2 before
            SETNAME 1 after
            STATS 0 after
            TIME 0 after
            TOPIC 1 after
            UNGLINE 1 after
            UNKLINE 1 after
            USER 4 before
            USERHOST 1 after
            VERSION 0 after
            WALLOPS 1 after
            WHO 0 after
            WHOIS 0 after
            WHOWAS 0 after
            """;

    @Test
    void standard_isThisTable() {
        assertThat(
                        CommandTable.standard().all().stream()
                                .map(command -> print(command.spec()))
                                .collect(Collectors.joining()))
                .isEqualTo(TABLE);
    }

    private static String print(CommandSpec spec) {
        return spec.name()
                + " "
                + spec.minParams()
                + (spec.beforeRegistration() ? " before" : "")
                + (spec.afterRegistration() ? " after" : "")
                + "\n";
    }

    @Test
    void standard_hasEveryCommandClass() {
        List<String> classes =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("net.robustirc.statemachine.command")
                                .stream()
                                .filter(type -> !type.isInterface())
                                .filter(type -> type.isAssignableTo(IrcCommand.class))
                                .map(JavaClass::getName)
                                .toList();
        assertThat(
                        CommandTable.standard().all().stream()
                                .map(command -> command.getClass().getName())
                                .distinct())
                .containsExactlyInAnyOrderElementsOf(classes);
    }

    @Test
    void help_explainsEveryCommand_andNoOther() {
        assertThat(HelpTexts.commands())
                .containsExactlyElementsOf(
                        CommandTable.standard().all().stream()
                                .map(command -> command.spec().name())
                                .toList());
    }

    @Test
    void help_fitsItsLines() {
        String head = ":" + "s".repeat(63) + " 705 " + "n".repeat(31) + " HELPOP :";
        for (String command : HelpTexts.commands()) {
            assertThat(HelpTexts.find(command).orElseThrow())
                    .allMatch(line -> head.length() + line.length() <= 510);
        }
    }

    @Test
    void of_sameNameTwice_isRefused() {
        assertThatThrownBy(() -> CommandTable.of(List.of(new MotdCommand(), new MotdCommand())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MOTD");
    }
}
