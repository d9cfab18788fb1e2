package net.robustirc.statemachine.command;

/** NOTICE: as PRIVMSG, but never answered, not even with an error. RFC 2812 3.3.2. */
final class NoticeCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("NOTICE", 0);
    }

    @Override
    public void run(Call call) {
        TextMessage.send(call, refusal -> {});
    }
}
