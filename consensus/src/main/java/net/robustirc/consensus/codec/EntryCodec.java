package net.robustirc.consensus.codec;

import com.google.protobuf.ByteString;
import net.robustirc.consensus.codec.proto.AddressSeen;
import net.robustirc.consensus.codec.proto.AnnounceMember;
import net.robustirc.consensus.codec.proto.ConfigChange;
import net.robustirc.consensus.codec.proto.CreateSession;
import net.robustirc.consensus.codec.proto.DeleteSession;
import net.robustirc.consensus.codec.proto.IrcLine;
import net.robustirc.consensus.codec.proto.Tick;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import net.robustirc.statemachine.entry.TokenHash;

/** One entry as protobuf; {@code log.proto} says what each number means. */
public final class EntryCodec {
    private EntryCodec() {}

    /** The wire form of an entry. */
    public static net.robustirc.consensus.codec.proto.Entry encode(Entry entry) {
        net.robustirc.consensus.codec.proto.Entry.Builder builder =
                net.robustirc.consensus.codec.proto.Entry.newBuilder()
                        .setLevel(entry.level())
                        .setSubmissionNode(entry.submission().node())
                        .setSubmissionSequence(entry.submission().sequence())
                        .setValidUntilNanos(entry.validUntilNanos());
        return entry.command().accept(new CommandWriter(builder)).build();
    }

    /**
     * The entry that the wire form stands for.
     *
     * @throws IllegalArgumentException if it holds no command that this version knows
     */
    public static Entry decode(net.robustirc.consensus.codec.proto.Entry wire) {
        return new Entry(
                wire.getLevel(),
                new SubmissionId(wire.getSubmissionNode(), wire.getSubmissionSequence()),
                wire.getValidUntilNanos(),
                command(wire));
    }

    private static Command command(net.robustirc.consensus.codec.proto.Entry wire) {
        return switch (wire.getCommandCase()) {
            case CREATE_SESSION ->
                    new Command.CreateSession(
                            new TokenHash(wire.getCreateSession().getTokenSha256().toByteArray()));
            case DELETE_SESSION -> deleteSession(wire.getDeleteSession());
            case IRC_LINE -> ircLine(wire.getIrcLine());
            case CONFIG_CHANGE -> configChange(wire.getConfigChange());
            case TICK -> new Command.Tick();
            case ANNOUNCE_MEMBER -> announceMember(wire.getAnnounceMember());
            case ADDRESS_SEEN -> addressSeen(wire.getAddressSeen());
            case COMMAND_NOT_SET ->
                    throw new IllegalArgumentException(
                            "an entry of level " + wire.getLevel() + " holds an unknown command");
        };
    }

    private static Command deleteSession(DeleteSession wire) {
        return new Command.DeleteSession(
                new SessionId(wire.getSession()), wire.getQuitText(), wire.getByServer());
    }

    private static Command addressSeen(AddressSeen wire) {
        return new Command.AddressSeen(new SessionId(wire.getSession()), wire.getRemoteAddress());
    }

    private static Command ircLine(IrcLine wire) {
        return new Command.IrcLine(
                new SessionId(wire.getSession()),
                wire.getClientMessageId(),
                wire.getLine(),
                wire.getRemoteAddress(),
                wire.getCredentialsList().stream().map(EntryCodec::credential).toList());
    }

    private static Credential credential(net.robustirc.consensus.codec.proto.Credential wire) {
        return new Credential(
                Credential.Kind.of(wire.getKind()),
                wire.getAccount(),
                wire.getAccepted(),
                wire.getRevision());
    }

    private static Command configChange(ConfigChange wire) {
        return new Command.ConfigChange(
                wire.getExpectedRevision(), ConfigCodec.decode(wire.getConfig()), wire.getText());
    }

    private static Command announceMember(AnnounceMember wire) {
        return new Command.AnnounceMember(
                new Member(
                        wire.getPeerId(),
                        wire.getPublicAddress(),
                        wire.getVersion(),
                        wire.getMaxLevel()));
    }

    /** Puts a command into an entry under construction. */
    private record CommandWriter(net.robustirc.consensus.codec.proto.Entry.Builder entry)
            implements Command.Visitor<net.robustirc.consensus.codec.proto.Entry.Builder> {
        @Override
        public net.robustirc.consensus.codec.proto.Entry.Builder createSession(
                Command.CreateSession command) {
            return entry.setCreateSession(
                    CreateSession.newBuilder()
                            .setTokenSha256(ByteString.copyFrom(command.token().bytes())));
        }

        @Override
        public net.robustirc.consensus.codec.proto.Entry.Builder deleteSession(
                Command.DeleteSession command) {
            return entry.setDeleteSession(
                    DeleteSession.newBuilder()
                            .setSession(command.session().value())
                            .setQuitText(command.quitText())
                            .setByServer(command.byServer()));
        }

        @Override
        public net.robustirc.consensus.codec.proto.Entry.Builder addressSeen(
                Command.AddressSeen command) {
            return entry.setAddressSeen(
                    AddressSeen.newBuilder()
                            .setSession(command.session().value())
                            .setRemoteAddress(command.remoteAddress()));
        }

        @Override
        public net.robustirc.consensus.codec.proto.Entry.Builder ircLine(Command.IrcLine command) {
            IrcLine.Builder line =
                    IrcLine.newBuilder()
                            .setSession(command.session().value())
                            .setClientMessageId(command.clientMessageId())
                            .setLine(command.line())
                            .setRemoteAddress(command.remoteAddress());
            for (Credential credential : command.credentials()) {
                line.addCredentials(
                        net.robustirc.consensus.codec.proto.Credential.newBuilder()
                                .setKind(credential.kind().code())
                                .setAccount(credential.account())
                                .setAccepted(credential.accepted())
                                .setRevision(credential.revision()));
            }
            return entry.setIrcLine(line);
        }

        @Override
        public net.robustirc.consensus.codec.proto.Entry.Builder configChange(
                Command.ConfigChange command) {
            return entry.setConfigChange(
                    ConfigChange.newBuilder()
                            .setExpectedRevision(command.expectedRevision())
                            .setText(command.text())
                            .setConfig(ConfigCodec.encode(command.config())));
        }

        @Override
        public net.robustirc.consensus.codec.proto.Entry.Builder tick(Command.Tick command) {
            return entry.setTick(Tick.getDefaultInstance());
        }

        @Override
        public net.robustirc.consensus.codec.proto.Entry.Builder announceMember(
                Command.AnnounceMember command) {
            Member member = command.member();
            return entry.setAnnounceMember(
                    AnnounceMember.newBuilder()
                            .setPeerId(member.peerId())
                            .setPublicAddress(member.publicAddress())
                            .setVersion(member.version())
                            .setMaxLevel(member.maxLevel()));
        }
    }
}
