package net.robustirc.statemachine.command;

/** PONG: a client is alive; whatever it says shows that. RFC 2812 3.7.3. */
final class PongCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.always("PONG", 0);
    }

    @Override
    public void run(Call call) {
        // That the line was posted has already moved the session's idle time.
    }
}
