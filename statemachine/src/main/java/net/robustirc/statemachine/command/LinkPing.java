package net.robustirc.statemachine.command;

/** PING from services: as a user's. */
final class LinkPing implements LinkCommand {
    @Override
    public LinkSpec spec() {
        return LinkSpec.anonymous("PING", 0);
    }

    @Override
    public void run(Call call) {
        PingCommand.answer(call);
    }
}
