package net.robustirc.war.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;

/**
 * What Jersey sees of a request: no headers, and only methods that it does not answer by itself.
 *
 * <p>Any {@code Content-Type} and {@code Accept}, well-formed or not, must be taken
 * (robustsession-client.md rule 5), and Jersey would wait for the first byte of a body that calls
 * itself a form (rule 7). HEAD and OPTIONS are unknown here: 404 (http-api.md 1).
 */
public final class PlainRequest extends HttpServletRequestWrapper {
    private static final String UNKNOWN = "UNKNOWN";

    public PlainRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public String getMethod() {
        String method = super.getMethod();
        return method.equals("HEAD") || method.equals("OPTIONS") ? UNKNOWN : method;
    }

    @Override
    public Object getAttribute(String name) {
        return name.equals(ClientRequest.ATTRIBUTE) ? getRequest() : super.getAttribute(name);
    }
}
