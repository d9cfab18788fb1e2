package net.robustirc.statemachine.command;

/** PRIVMSG: says something to channels and users. RFC 2812 3.3.1. */
final class PrivmsgCommand implements IrcCommand {
    static final String NAME = "PRIVMSG";

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered(NAME, 0);
    }

    @Override
    public void run(Call call) {
        TextMessage.send(call, call::refuse);
    }
}
