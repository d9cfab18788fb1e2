package net.robustirc.war.admin;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A page of text. */
final class PlainText {
    private PlainText() {}

    static Response of(String text) {
        return Response.ok(text)
                .header(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
