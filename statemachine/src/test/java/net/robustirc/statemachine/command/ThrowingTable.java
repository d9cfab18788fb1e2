package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;

/** The usual commands and two that fail: what the poison test needs, and nobody else can make. */
public final class ThrowingTable {
    private ThrowingTable() {}

    /** PANIC changes the state, answers and then throws what it is given. */
    public static LineDispatcher dispatcher(RuntimeException panic, Error halt) {
        List<IrcCommand> commands = new ArrayList<>(CommandTable.standard().all());
        commands.add(
                new Failing("PANIC") {
                    @Override
                    void fail() {
                        throw panic;
                    }
                });
        commands.add(
                new Failing("HALT") {
                    @Override
                    void fail() {
                        throw halt;
                    }
                });
        return new LineDispatcher(CommandTable.of(commands));
    }

    private abstract static class Failing implements IrcCommand {
        private final String name;

        Failing(String name) {
            this.name = name;
        }

        @Override
        public CommandSpec spec() {
            return CommandSpec.always(name, 0);
        }

        @Override
        public void run(Call call) {
            new PingCommand().run(call);
            Departure.quit(call.state(), call.out(), call.session(), "half done");
            fail();
        }

        abstract void fail();
    }
}
