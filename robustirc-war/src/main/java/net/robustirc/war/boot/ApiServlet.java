package net.robustirc.war.boot;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import net.robustirc.war.auth.Login;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.request.RequestProperties;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.Container;

/**
 * Hands every request to Jersey, in place of Jersey's own servlet: that one looks up request and
 * response in its injection for each request, although no route of ours asks for them there.
 *
 * <p>Jersey sees no headers, and only methods that it does not answer by itself. Any {@code
 * Content-Type} and {@code Accept}, well-formed or not, must be taken (robustsession-client.md rule
 * 5), and Jersey would wait for the first byte of a body that calls itself a form (rule 7). HEAD
 * and OPTIONS are unknown here: 404 (http-api.md 1), but for the question of a web page that {@link
 * WebOrigins} answers.
 */
final class ApiServlet extends HttpServlet implements Container {
    private static final long serialVersionUID = 1;

    /** Jersey wants absolute URIs; ours need no true authority, as nothing is ever redirected. */
    private static final URI BASE = URI.create("https://node/");

    private static final String UNKNOWN = "UNKNOWN";
    private static final Refusal NO_URI =
            Refusal.badRequest("The path or the query holds characters that must be escaped");
    private static final SecurityContext NOBODY = new Nobody();

    private final transient ApplicationHandler routes;
    private final transient Login login;
    private final transient WebOrigins origins;

    ApiServlet(ResourceConfig routes, Login login, WebOrigins origins) {
        this.routes = new ApplicationHandler(routes);
        this.login = login;
        this.origins = origins;
    }

    @Override
    public void init() {
        routes.onStartup(this);
    }

    @Override
    public void destroy() {
        routes.onShutdown(this);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (origins.answers(request, response) || login.postpones(request)) {
            return;
        }
        URI uri;
        try {
            uri = requested(request);
        } catch (URISyntaxException e) {
            refuse(response);
            return;
        }
        ContainerRequest routed =
                new ContainerRequest(
                        BASE,
                        uri,
                        method(request),
                        NOBODY,
                        new RequestProperties(request),
                        routes.getConfiguration());
        routed.setWriter(new ServletAnswer(request, response));
        routes.handle(routed);
    }

    private static URI requested(HttpServletRequest request) throws URISyntaxException {
        String query = request.getQueryString();
        String path = request.getRequestURI().substring(1);
        return new URI(BASE + path + (query == null ? "" : "?" + query));
    }

    private static String method(HttpServletRequest request) {
        String method = request.getMethod();
        return method.equals("HEAD") || method.equals("OPTIONS") ? UNKNOWN : method;
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        Response refusal = NO_URI.toResponse();
        byte[] body = refusal.getEntity().toString().getBytes(StandardCharsets.UTF_8);
        ServletAnswer.head(response, refusal.getStatus(), refusal.getStringHeaders());
        response.getOutputStream().write(body);
    }

    @Override
    public ResourceConfig getConfiguration() {
        return routes.getConfiguration();
    }

    @Override
    public ApplicationHandler getApplicationHandler() {
        return routes;
    }

    @Override
    public void reload() {
        throw new UnsupportedOperationException("routes do not change");
    }

    @Override
    public void reload(ResourceConfig configuration) {
        reload();
    }

    /** Who may do what is decided by {@link Login} and by session tokens. */
    private static final class Nobody implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String getAuthenticationScheme() {
            return null;
        }
    }
}
