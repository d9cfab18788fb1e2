package net.robustirc.war.admin;

import static net.robustirc.war.testing.HttpClient.credentials;
import static net.robustirc.war.testing.Refused.assertThatRefused;
import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.statemachine.entry.Command.ConfigChange;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.Outcome.Code;
import net.robustirc.war.testing.Reply;
import net.robustirc.war.testing.TestingNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /config}: http-api.md 4.2, ours.md section 4, design D14. */
class ConfigTest {
    private static final String REVISION = "x-robustirc-config-revision";

    private final TestingNode node = TestingNode.start();

    @AfterEach
    void stop() {
        node.close();
    }

    private Reply get() {
        return node.http().send("GET", "/config", "", credentials(TestingNode.PASSWORD));
    }

    private Reply post(String revision, String text) {
        return node.http()
                .send(
                        "POST",
                        "/config",
                        text,
                        credentials(TestingNode.PASSWORD),
                        "X-RobustIRC-Config-Revision: " + revision);
    }

    private void assertNothingProposed() {
        assertThat(node.consensus().submitted()).noneMatch(ConfigChange.class::isInstance);
    }

    @Test
    void get_beforeTheFirstPost_showsTheDefaultsAtRevision0() {
        Reply reply = get();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header(REVISION)).contains("0");
        assertThat(reply.body())
                .contains("SessionExpiration = \"30m0s\"", "PostMessageCooloff = \"500ms\"")
                .contains("MaxSessions = 0", "MaxChannels = 0");
    }

    @Test
    void post_replacesTheConfigurationAndCountsTheRevision() {
        String text = "# ours\nPostMessageCooloff = \"0\"\nMaxSessions = 100\n";

        assertThat(post("0", text).status()).isEqualTo(200);

        assertThat(get().body()).isEqualTo(text);
        assertThat(get().header(REVISION)).contains("1");
        assertThat(post("0x1", "MaxChannels = 5").status()).isEqualTo(200);
    }

    @Test
    void post_withAnotherRevision_is400SayingBoth() {
        Reply reply = post("7", "");

        assertThatRefused(reply, 400);
        assertThat(reply.body()).contains("got 7, want 0");
        assertNothingProposed();
    }

    @Test
    void post_losingARace_is400() {
        node.consensus()
                .answerNext(Outcome.refused(Code.REVISION_MISMATCH, 1, "Revision mismatch"));

        assertThatRefused(post("0", ""), 400);
    }

    @Test
    void post_withoutARevision_is400() {
        assertThatRefused(
                node.http().send("POST", "/config", "", credentials(TestingNode.PASSWORD)), 400);
        assertThatRefused(post("one", ""), 400);
        assertNothingProposed();
    }

    @Test
    void post_ofAnUnknownKey_is400WithTheLine() {
        Reply reply = post("0", "MaxSessions = 1\nMaxChanels = 2\n");

        assertThatRefused(reply, 400);
        assertThat(reply.body()).contains("line 2").contains("did you mean MaxChannels?");
        assertNothingProposed();
    }

    @Test
    void post_withoutALeader_is503() {
        node.consensus().loseLeader();

        assertThatRefused(post("0", ""), 503);
    }

    @Test
    void get_withoutALeader_showsThisNodesOwn() {
        node.consensus().loseLeader();

        assertThat(get().status()).isEqualTo(200);
    }

    /** D14: secrets are shown as set, and a text may be posted again as it was shown. */
    @Test
    void secrets_areNeverShownNorLoggedAsText_andSurviveAnEdit() {
        post("0", "[TrustedBridges]\n\"hush\" = \"one\" # comment\n\"sesame\" = \"two\"\n");
        String shown = get().body();
        assertThat(shown).doesNotContain("hush", "sesame").contains("\"one\"", "\"two\"");
        assertThat(node.consensus().last(ConfigChange.class).text()).isEqualTo(shown);

        assertThat(post("1", shown + "\"third\" = \"three\"\n").status()).isEqualTo(200);

        assertThat(node.consensus().last(ConfigChange.class).config().trustedBridges())
                .containsOnlyKeys("hush", "sesame", "third")
                .containsEntry("hush", "one")
                .containsEntry("sesame", "two");
    }
}
