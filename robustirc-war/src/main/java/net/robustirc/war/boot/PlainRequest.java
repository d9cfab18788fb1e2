package net.robustirc.war.boot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Hides all headers from Jersey; our routes read them from the request themselves. Any {@code
 * Content-Type} and {@code Accept}, well-formed or not, must be taken (robustsession-client.md rule
 * 5), and Jersey would wait for the first byte of a body that calls itself a form (rule 7).
 */
final class PlainRequest extends HttpServletRequestWrapper {
    PlainRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.emptyEnumeration();
    }
}
