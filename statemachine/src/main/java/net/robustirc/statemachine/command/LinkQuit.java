package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.statemachine.state.Session;

/** QUIT from services: of the pseudo-client that its prefix names, else of the whole link. */
final class LinkQuit implements LinkCommand {
    @Override
    public LinkSpec spec() {
        return LinkSpec.anonymous("QUIT", 0);
    }

    @Override
    public void run(Call call) {
        Optional<Session> who =
                call.actor().isEmpty() ? Optional.of(call.session()) : Link.client(call);
        String text = Link.text(call, 0, "");
        who.ifPresent(found -> Departure.quit(call.state(), call.out(), found, text));
    }
}
