package net.robustirc.war.resource;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import net.robustirc.war.failure.Refusal;

/** The answer of a health check: tells load balancers the truth (design D10). */
final class Health {
    private Health() {}

    static Response answer(Optional<String> problem) {
        return problem.map(sentence -> Refusal.unavailable(sentence).toResponse())
                .orElseGet(Health::fine);
    }

    private static Response fine() {
        return Response.ok("ok\n")
                .header(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .build();
    }
}
