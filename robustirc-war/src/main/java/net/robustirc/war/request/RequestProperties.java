package net.robustirc.war.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Collections;
import org.glassfish.jersey.internal.PropertiesDelegate;

/** Jersey's view of a request's attributes; the request itself is among them. */
public final class RequestProperties implements PropertiesDelegate {
    private final HttpServletRequest request;

    public RequestProperties(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public Object getProperty(String name) {
        return name.equals(ClientRequest.ATTRIBUTE) ? request : request.getAttribute(name);
    }

    @Override
    public Collection<String> getPropertyNames() {
        return Collections.list(request.getAttributeNames());
    }

    @Override
    public void setProperty(String name, Object value) {
        request.setAttribute(name, value);
    }

    @Override
    public void removeProperty(String name) {
        request.removeAttribute(name);
    }
}
