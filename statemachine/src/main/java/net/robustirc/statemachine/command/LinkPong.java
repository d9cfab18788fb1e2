package net.robustirc.statemachine.command;

/** PONG from services: a sign of life, as from a user. */
final class LinkPong implements LinkCommand {
    @Override
    public LinkSpec spec() {
        return LinkSpec.anonymous("PONG", 0);
    }

    @Override
    public void run(Call call) {
        // That the line was posted has already moved the link's idle time.
    }
}
