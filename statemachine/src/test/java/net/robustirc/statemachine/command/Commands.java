package net.robustirc.statemachine.command;

import java.util.List;

/** Names of the commands, for tests outside this package. */
public final class Commands {
    private Commands() {}

    /** In rising order. */
    public static List<String> names() {
        return CommandTable.standard().all().stream()
                .map(command -> command.spec().name())
                .toList();
    }

    /** Names of the commands of services links, in rising order. */
    public static List<String> ofServices() {
        return new LinkTable().all().stream().map(command -> command.spec().name()).toList();
    }
}
