package net.robustirc.statemachine.snapshot;

import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import net.robustirc.statemachine.state.History;
import net.robustirc.statemachine.state.Hold;
import net.robustirc.statemachine.state.Ledger;
import net.robustirc.statemachine.state.NetworkState;
import net.robustirc.statemachine.state.Submissions;

/** What there is once, and the small maps, as bytes. */
final class NetworkCodec {
    private NetworkCodec() {}

    static byte[] network(NetworkState root) {
        ByteWriter out = new ByteWriter();
        out.varint(Schema.VERSION).varint(root.level()).text(root.name());
        out.fixed64(root.lastId());
        out.fixed64(root.clock().timeNanos());
        out.fixed64(root.clock().idleNanos());
        out.fixed64(root.clock().createdNanos());
        out.varint(root.channels().lastSerial());
        out.varint(root.sessions().counts().most());
        return out.toBytes();
    }

    static byte[] member(Member member) {
        return new ByteWriter()
                .text(member.publicAddress())
                .text(member.version())
                .varint(member.maxLevel())
                .toBytes();
    }

    static Member readMember(String peerId, ByteReader value) {
        return new Member(peerId, value.text(), value.text(), value.count());
    }

    static byte[] former(History.Former former) {
        return new ByteWriter()
                .text(former.nick().toString())
                .text(former.username())
                .text(former.host())
                .text(former.realName())
                .fixed64(former.timeNanos())
                .fixed64(former.session().value())
                .toBytes();
    }

    static History.Former readFormer(ByteReader value) {
        return new History.Former(
                SessionCodec.nick(value.text()),
                value.text(),
                value.text(),
                value.text(),
                value.fixed64(),
                new SessionId(value.fixed64()));
    }

    static byte[] hold(Hold hold) {
        return new ByteWriter()
                .text(hold.nick().toString())
                .fixed64(hold.untilNanos())
                .text(hold.reason())
                .toBytes();
    }

    static Hold readHold(ByteReader value) {
        return new Hold(SessionCodec.nick(value.text()), value.fixed64(), value.text());
    }

    static byte[] action(Ledger.Action action) {
        return new ByteWriter()
                .fixed64(action.timeNanos())
                .text(action.account())
                .text(action.nick())
                .text(action.text())
                .toBytes();
    }

    static Ledger.Action readAction(ByteReader value) {
        return new Ledger.Action(value.fixed64(), value.text(), value.text(), value.text());
    }

    static byte[] submission(Submissions.Applied applied) {
        return new ByteWriter()
                .fixed64(applied.submission().node())
                .fixed64(applied.submission().sequence())
                .fixed64(applied.timeNanos())
                .toBytes();
    }

    static Submissions.Applied readSubmission(ByteReader value) {
        return new Submissions.Applied(
                new SubmissionId(value.fixed64(), value.fixed64()), value.fixed64());
    }
}
