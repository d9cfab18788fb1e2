package net.robustirc.war.resource;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import net.robustirc.statemachine.entry.Command.IrcLine;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Credential.Kind;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.Outcome.Code;
import net.robustirc.war.password.SecretCheck;
import net.robustirc.war.testing.HttpClient;
import net.robustirc.war.testing.TestingNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Passwords in posted lines: design D14, irc-commands.md weak spot 8. */
class PostSecretTest extends PostFixture {
    /** The hash is of "sesame", made by the C library's crypt. */
    private static final String CONFIG =
            """
            PostMessageCooloff = "0"
            [[IRC.Operators]]
            Name = "alice"
            Password = "$2b$04$abcdefghijklmnopqrstuuinwY/tkBVrn3xrxQI/TgnMHhkvl85RW"
            [[IRC.Services]]
            Password = "mypass"
            """;

    @BeforeEach
    void configure() {
        assertThat(config(0)).startsWith("Warning: a password of services is not hashed");
    }

    private String config(int revision) {
        return http.send(
                        "POST",
                        "/config",
                        CONFIG,
                        HttpClient.credentials(TestingNode.PASSWORD),
                        "X-RobustIRC-Config-Revision: " + revision)
                .body();
    }

    private Credential oper(String password) {
        session.post("OPER alice " + password);
        return posted().credentials().get(0);
    }

    @Test
    void entry_carriesTheVerdict_andNoSecret() {
        assertThat(session.post("OPER alice sesame").status()).isEqualTo(200);

        assertThat(posted().line()).isEqualTo("OPER alice *");
        assertThat(posted().credentials())
                .containsExactly(new Credential(Kind.OPER, "alice", true, 1));
        session.post("PASS :services=mypass:oper=alice wrong");
        assertThat(posted().credentials())
                .containsExactly(
                        new Credential(Kind.SERVICES, "", true, 1),
                        new Credential(Kind.OPER, "alice", false, 1));
        assertThat(node.consensus().submitted().toString())
                .doesNotContain("sesame")
                .doesNotContain("wrong");
    }

    @Test
    void wrongPasswordAndUnknownAccount_areNotAccepted() {
        assertThat(oper("sesam").accepted()).isFalse();
        session.post("OPER bob sesame");
        assertThat(posted().credentials())
                .containsExactly(new Credential(Kind.OPER, "bob", false, 1));
    }

    @Test
    void operator_isOne_onceTheLineIsApplied() {
        session.registered("alice");
        session.post("OPER alice sesame");

        assertThat(session.stream("0.0").find(line -> line.contains(" 381 ")))
                .contains("You are now an IRC operator");
    }

    /** Five wrong ones in a minute: even the right one is not looked at then. */
    @Test
    void guesses_ofASession_areLimited() {
        for (int i = 0; i < 5; i++) {
            oper("guess" + i);
        }
        assertThat(oper("sesame").accepted()).isFalse();
    }

    /** Who guesses on does not fill the disk: five are told, and that there was a further one. */
    @Test
    void guesses_thatAreNotLookedAt_areLoggedOnce() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(SecretCheck.class);
        log.start();
        logger.addAppender(log);
        try {
            for (int i = 0; i < 30; i++) {
                oper("guess" + i);
            }
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).hasSize(6);
        assertThat(log.list.get(5).getFormattedMessage()).endsWith("too many guesses");
    }

    @Test
    void guesses_ofAnAddress_areLimited_whateverTheSession() {
        for (int i = 0; i < 20; i++) {
            http.session().post("OPER alice guess");
        }
        assertThat(oper("sesame").accepted()).isFalse();
    }

    @Test
    void staleRevision_isCheckedAgainByTheNewest() {
        node.consensus().lag();
        config(1);

        assertThat(session.post("OPER alice sesame").status()).isEqualTo(200);

        assertThat(posted().credentials())
                .containsExactly(new Credential(Kind.OPER, "alice", true, 2));
        assertThat(node.consensus().submitted().stream().filter(IrcLine.class::isInstance).count())
                .isEqualTo(2);
    }

    @Test
    void otherRefusals_areAnsweredAsEver() {
        node.consensus().answerNext(Outcome.refused(Code.NO_SUCH_SESSION, 1, ""));

        assertThat(session.post("OPER alice sesame").status()).isEqualTo(404);
    }
}
