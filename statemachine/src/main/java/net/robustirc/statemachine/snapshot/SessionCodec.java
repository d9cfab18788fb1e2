package net.robustirc.statemachine.snapshot;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.irc.Nick;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.TokenHash;
import net.robustirc.statemachine.state.Activity;
import net.robustirc.statemachine.state.Entrance;
import net.robustirc.statemachine.state.Invitations;
import net.robustirc.statemachine.state.Pass;
import net.robustirc.statemachine.state.PostRun;
import net.robustirc.statemachine.state.Profile;
import net.robustirc.statemachine.state.SeenPosts;
import net.robustirc.statemachine.state.Session;
import org.pcollections.TreePSet;

/** Sessions as bytes. Their channels are not written: the channels know their members. */
final class SessionCodec {
    private static final int REGISTERED = 1;
    private static final int NEGOTIATING = 2;

    private SessionCodec() {}

    static byte[] key(SessionId id) {
        return new ByteWriter().fixed64(id.value()).toBytes();
    }

    static byte[] value(Session session) {
        ByteWriter out = new ByteWriter();
        out.raw(session.token().bytes());
        out.fixed64(session.birth().timeNanos()).fixed64(session.birth().idleNanos());
        writeProfile(out, session.profile());
        writeInvitations(out, session.invitations());
        writeActivity(out, session.activity());
        out.fixed64(session.filedIdle());
        writePosts(out, session.posts());
        Entrance entrance = session.entrance();
        out.text(entrance.address()).text(entrance.cloak());
        out.fixed64(entrance.solvedNanos()).varint(entrance.admitted());
        RoleCodec.write(out, session.role());
        return out.toBytes();
    }

    static Session read(ByteReader key, ByteReader value) {
        return new Session(
                new SessionId(key.fixed64()),
                new TokenHash(value.raw(TokenHash.BYTES)),
                new Session.Birth(value.fixed64(), value.fixed64()),
                readProfile(value),
                TreePSet.empty(),
                readInvitations(value),
                readActivity(value),
                value.fixed64(),
                readPosts(value),
                new Entrance(value.text(), value.text(), value.fixed64(), value.varint()),
                RoleCodec.read(value));
    }

    private static void writeProfile(ByteWriter out, Profile profile) {
        out.text(profile.nick().toString());
        out.text(profile.username()).text(profile.realName()).text(profile.away());
        out.varint(
                (profile.registered() ? REGISTERED : 0)
                        | (profile.negotiating() ? NEGOTIATING : 0));
        out.varint(profile.modes()).text(profile.operator());
        out.text(profile.pass().nickserv()).text(profile.pass().captcha());
        out.varint(profile.pass().checked().size());
        for (Credential credential : profile.pass().checked()) {
            out.varint(credential.kind().code()).text(credential.account());
            out.varint(credential.accepted() ? 1 : 0).varint(credential.revision());
        }
    }

    private static Pass readPass(ByteReader value) {
        String nickserv = value.text();
        String captcha = value.text();
        List<Credential> checked = new ArrayList<>();
        for (int left = value.count(); left > 0; left--) {
            checked.add(
                    new Credential(
                            Credential.Kind.of(value.count()),
                            value.text(),
                            value.count() != 0,
                            value.varint()));
        }
        boolean none = nickserv.isEmpty() && captcha.isEmpty() && checked.isEmpty();
        return none ? Pass.NONE : new Pass(nickserv, captcha, checked);
    }

    private static Profile readProfile(ByteReader value) {
        Nick nick = nick(value.text());
        String username = value.text();
        String realName = value.text();
        String away = value.text();
        long flags = value.varint();
        return new Profile(
                nick,
                username,
                realName,
                away,
                (flags & REGISTERED) != 0,
                (flags & NEGOTIATING) != 0,
                value.count(),
                value.text(),
                readPass(value));
    }

    static Nick nick(String text) {
        return text.isEmpty()
                ? Nick.NONE
                : Nick.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException("no nick: " + text));
    }

    private static void writeInvitations(ByteWriter out, Invitations invitations) {
        out.varint(invitations.all().size());
        for (Invitations.Invitation one : invitations.all()) {
            out.varint(one.channel()).fixed64(one.inviter().value()).fixed64(one.timeNanos());
        }
    }

    private static Invitations readInvitations(ByteReader value) {
        List<Invitations.Invitation> all = new ArrayList<>(0);
        for (int left = value.count(); left > 0; left--) {
            all.add(
                    new Invitations.Invitation(
                            value.varint(), new SessionId(value.fixed64()), value.fixed64()));
        }
        return all.isEmpty() ? Invitations.NONE : new Invitations(all);
    }

    private static void writeActivity(ByteWriter out, Activity activity) {
        out.fixed64(activity.postNanos());
        out.fixed64(activity.postIdle());
        out.fixed64(activity.spokeNanos());
        out.fixed64(activity.knockedNanos());
        out.fixed64(activity.renamedNanos());
        out.fixed64(activity.answeredNanos());
    }

    private static Activity readActivity(ByteReader value) {
        return new Activity(
                value.fixed64(),
                value.fixed64(),
                value.fixed64(),
                value.fixed64(),
                value.fixed64(),
                value.fixed64());
    }

    private static void writePosts(ByteWriter out, SeenPosts posts) {
        PostRun[] runs = posts.runs();
        out.varint(runs.length);
        for (PostRun run : runs) {
            writeKeys(out, run.items());
        }
        writeKeys(out, posts.open());
    }

    private static void writeKeys(ByteWriter out, long[] keys) {
        out.varint(keys.length / PostRun.STRIDE);
        for (long number : keys) {
            out.fixed64(number);
        }
    }

    private static SeenPosts readPosts(ByteReader value) {
        PostRun[] runs = new PostRun[value.count()];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = PostRun.of(readKeys(value));
        }
        return SeenPosts.of(runs, readKeys(value));
    }

    private static long[] readKeys(ByteReader value) {
        long[] keys = new long[PostRun.STRIDE * value.count()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = value.fixed64();
        }
        return keys;
    }
}
