package net.robustirc.war.testing;

import static org.assertj.core.api.Assertions.assertThat;

/** What every refusal looks like: one sentence of plain text (http-api.md section 1). */
public final class Refused {
    private Refused() {}

    public static void assertThatRefused(Reply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers().get("content-type"))
                .isEqualToIgnoringWhitespace("text/plain;charset=utf-8");
        assertThat(reply.header("x-content-type-options")).contains("nosniff");
        assertThat(reply.body()).matches("[^\n]+\n");
    }
}
