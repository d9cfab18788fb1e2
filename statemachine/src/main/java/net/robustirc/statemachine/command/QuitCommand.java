package net.robustirc.statemachine.command;

/**
 * QUIT: ends the session. RFC 2812 3.1.7. The others see who said it (Modern IRC, "QUIT message"),
 * so that nobody can look as if the network had ended him.
 */
final class QuitCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.always("QUIT", 0);
    }

    @Override
    public void run(Call call) {
        Departure.left(call.state(), call.out(), call.session(), call.param(0));
    }
}
