package net.robustirc.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 2812 2.3.1, read leniently. */
class IrcMessageTest {
    @Test
    void parse_prefixAndTrailing() {
        IrcMessage message = IrcMessage.parse(":nick!user@host PRIVMSG #test :hello : world");
        assertThat(message.prefix()).isEqualTo("nick!user@host");
        assertThat(message.command()).isEqualTo("PRIVMSG");
        assertThat(message.params()).containsExactly("#test", "hello : world");
    }

    @Test
    void parse_lowerCaseAndManySpaces() {
        IrcMessage message = IrcMessage.parse("  join   #a,#b   key  ");
        assertThat(message.command()).isEqualTo("JOIN");
        assertThat(message.params()).containsExactly("#a,#b", "key");
    }

    @Test
    void parse_emptyTrailing_isAParameter() {
        assertThat(IrcMessage.parse("TOPIC #test :").params()).containsExactly("#test", "");
    }

    @Test
    void parse_spacesInTrailing_stay() {
        assertThat(IrcMessage.parse("AWAY :  a  b ").params()).containsExactly("  a  b ");
    }

    @Test
    void parse_tags_areSkipped() {
        IrcMessage message = IrcMessage.parse("@a=b;c :me PING x");
        assertThat(message.prefix()).isEqualTo("me");
        assertThat(message.command()).isEqualTo("PING");
    }

    @Test
    void parse_nothingButPrefixOrTags_hasNoCommand() {
        assertThat(IrcMessage.parse("").command()).isEmpty();
        assertThat(IrcMessage.parse("   ").command()).isEmpty();
        assertThat(IrcMessage.parse(":only.prefix").command()).isEmpty();
        assertThat(IrcMessage.parse("@only=tags").command()).isEmpty();
        assertThat(IrcMessage.parse("@t :p ").params()).isEmpty();
    }

    @Test
    void toString_colonOnlyWhereNeeded() {
        assertThat(IrcMessage.parse(":s 332 me #c :two words").toString())
                .isEqualTo(":s 332 me #c :two words");
        assertThat(IrcMessage.parse("TOPIC #c :").toString()).isEqualTo("TOPIC #c :");
        assertThat(IrcMessage.parse("PING ::x").toString()).isEqualTo("PING ::x");
        assertThat(IrcMessage.parse("JOIN :#c").toString()).isEqualTo("JOIN #c");
    }

    @Test
    void last_noParameters_isEmpty() {
        assertThat(IrcMessage.parse("LIST").last()).isEmpty();
        assertThat(IrcMessage.parse("A b :c d").last()).isEqualTo("c d");
    }

    @Test
    void prefix_asItStandsInALine() {
        assertThat(new Prefix("n", "u", "h").toString()).isEqualTo("n!u@h");
        assertThat(new Prefix("n", "", "h").toString()).isEqualTo("n@h");
        assertThat(new Prefix("irc.example", "", "").toString()).isEqualTo("irc.example");
    }
}
