package net.robustirc.war.resource;

import net.robustirc.consensus.Consensus;
import net.robustirc.war.auth.ClientAddress;
import net.robustirc.war.request.ClientRequest;
import net.robustirc.war.throttle.CreateLimit;

/** Decides whether a request may create a session now; bridges that are trusted always may. */
public final class CreateDoor {
    private final Consensus consensus;
    private final CreateLimit limit;

    public CreateDoor(Consensus consensus, CreateLimit limit) {
        this.consensus = consensus;
        this.limit = limit;
    }

    /** 0, or the seconds until the TCP peer may create the next one. */
    long waitSeconds(ClientRequest request) {
        boolean bridge =
                ClientAddress.isOfBridge(
                        request, consensus.view().config().trustedBridges().keySet());
        return bridge ? 0 : limit.waitSeconds(ClientAddress.ofPeer(request));
    }
}
