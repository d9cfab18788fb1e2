package net.robustirc.war.boot;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import net.robustirc.war.auth.Login;
import net.robustirc.war.request.PlainRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Hands every request to Jersey, as lean as that can be done. */
final class ApiServlet extends ServletContainer {
    private static final long serialVersionUID = 1;

    /** Jersey wants absolute URIs; ours need no true authority, as nothing is ever redirected. */
    private static final URI BASE = URI.create("https://node/");

    private static final URI NOWHERE = BASE.resolve("unknown");

    private final transient Login login;

    ApiServlet(ResourceConfig routes, Login login) {
        super(routes);
        this.login = login;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!login.postpones(request)) {
            service(BASE, requested(request), new PlainRequest(request), response);
        }
    }

    private static URI requested(HttpServletRequest request) {
        String query = request.getQueryString();
        try {
            String path = request.getRequestURI().substring(1);
            return new URI(BASE + path + (query == null ? "" : "?" + query));
        } catch (URISyntaxException e) {
            return NOWHERE;
        }
    }
}
