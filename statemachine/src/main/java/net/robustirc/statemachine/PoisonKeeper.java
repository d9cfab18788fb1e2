package net.robustirc.statemachine;

import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.PostKey;

/**
 * Stores the key of a command that could not be applied, so that its second copy is not tried again
 * (design D12).
 */
final class PoisonKeeper implements Command.Visitor<NetworkDraft> {
    private final NetworkDraft state;
    private final Entry entry;

    PoisonKeeper(NetworkDraft state, Entry entry) {
        this.state = state;
        this.entry = entry;
    }

    @Override
    public NetworkDraft ircLine(Command.IrcLine command) {
        state.sessions()
                .find(command.session())
                .ifPresent(
                        session ->
                                state.replace(
                                        session.posted(
                                                PostKey.of(command, entry.submission()),
                                                state.clock())));
        return state;
    }

    @Override
    public NetworkDraft createSession(Command.CreateSession command) {
        return remember();
    }

    @Override
    public NetworkDraft deleteSession(Command.DeleteSession command) {
        return remember();
    }

    @Override
    public NetworkDraft configChange(Command.ConfigChange command) {
        return remember();
    }

    @Override
    public NetworkDraft tick(Command.Tick command) {
        return remember();
    }

    @Override
    public NetworkDraft announceMember(Command.AnnounceMember command) {
        return remember();
    }

    @Override
    public NetworkDraft addressSeen(Command.AddressSeen command) {
        return remember();
    }

    private NetworkDraft remember() {
        state.remember(entry.submission());
        return state;
    }
}
