package net.robustirc.war.password;

import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.irc.InputLine;
import net.robustirc.irc.IrcMessage;
import net.robustirc.statemachine.entry.Credential.Kind;
import net.robustirc.war.password.PostedSecrets.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret goes on to the log: ours.md section 4, design D14. */
class PostedSecretsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPER alice hush|OPER alice *",
                "oper alice :hush now|OPER alice *",
                "OPER  alice   hush|OPER alice *",
                ":alice OPER alice hush|OPER alice *",
                "@a=b :x oPeR alice hush more|OPER alice *",
                "OPER hush|OPER *",
                "OPER :hush hush|OPER *",
                "OPER|OPER",
                "PASS services=hush|PASS :services=*",
                "PASS :oper=alice hush|PASS :oper=alice *",
                "PASS oper=alice hush|PASS :oper=alice *",
                "PASS oper=hush|PASS :oper=*",
                "PASS :nickserv=a:oper=alice hush:x|PASS :nickserv=a:oper=alice *",
                "PASS :SERVICES=hush|PASS :services=*",
                "PASS :session=hush:network=hush|PASS :network=*:session=*",
                "PASS :nickserv=a:captcha=tok:Services=hush|"
                        + "PASS :captcha=tok:nickserv=a:services=*",
                "SERVER services.x 1 :Services|SERVER services.x 1 Services",
                "SERVER services.x hush 1 :Services|SERVER services.x * 1 Services",
                "SERVER services.x :hush|SERVER services.x *"
            })
    void secrets_areMasked(String posted, String line) {
        PostedSecrets secrets = PostedSecrets.of(posted);

        assertThat(secrets.line()).isEqualTo(line).doesNotContain("hush");
        assertThat(secrets.toString()).doesNotContain("hush");
    }

    @Test
    void claims_sayWhoIsMeant() {
        assertThat(PostedSecrets.of("OPER alice hush").claims())
                .containsExactly(new Claim(Kind.OPER, "alice", "hush"));
        assertThat(PostedSecrets.of("PASS :services=a:b:oper=bob p q").claims())
                .containsExactly(
                        new Claim(Kind.SERVICES, "", "a:b"), new Claim(Kind.OPER, "bob", "p q"));
    }

    /** Too long it is refused as such, but not with what it held. */
    @Test
    void longLine_staysTooLong_withoutItsSecret() {
        String line = PostedSecrets.of("OPER alice " + "hush".repeat(200)).line();

        assertThat(line).doesNotContain("hush");
        assertThat(InputLine.tooLong(line)).isTrue();
        assertThat(IrcMessage.parse(line).command()).isEqualTo("OPER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRIVMSG #c :OPER alice x",
                "",
                "NICK alice",
                "PASSWORD x",
                "  ",
                "OPER\tx y"
            })
    void otherLines_areLeftAsTheyAre(String posted) {
        assertThat(PostedSecrets.of(posted).line()).isEqualTo(posted);
        assertThat(PostedSecrets.of(posted).claims()).isEmpty();
    }

    @Test
    void whatStandsBehindALineEnd_isNotPassedOn() {
        assertThat(PostedSecrets.of("OPER alice x\r\nOPER alice hush").line())
                .isEqualTo("OPER alice *");
    }
}
