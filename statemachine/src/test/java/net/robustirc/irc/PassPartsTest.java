package net.robustirc.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** irc-commands.md 3.1, and its weak spot 17. */
class PassPartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secret|nickserv=secret",
                "two words|nickserv=two words",
                "a:b|nickserv=a:b",
                ":a|nickserv=:a",
                "nickserv=a:oper=name pw:captcha=tok|captcha=tok:nickserv=a:oper=name pw",
                "oper=name p:w|oper=name p:w",
                "NickServ=x|nickserv=x",
                "oper=a b:NickServ=x|nickserv=x:oper=a b",
                "services=one:services=two|services=two",
                "services=one:other=two|services=one:other=two",
                "session=1:network=2|network=2:session=1",
                "x=y|nickserv=x=y",
                "captcha=|''"
            })
    void parts_areFoundByTheirNames(String text, String expected) {
        assertThat(PassParts.parse(List.of(text.split(" "))).toString()).isEqualTo(expected);
    }
}
