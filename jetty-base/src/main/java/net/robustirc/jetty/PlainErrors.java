package net.robustirc.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what never reaches the web application: one sentence of plain text, as the application
 * itself does, and nothing of what the client sent.
 */
public final class PlainErrors implements Request.Handler {
    private static final String SESSIONS = "/robustirc/v1/";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = status(request, response);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (HttpStatus.hasNoBody(status)) {
            callback.succeeded();
            return true;
        }
        byte[] body = (sentence(status) + "\n").getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    /** A session id that no path may hold is unparsable: 404 (ours.md section 1). */
    private static int status(Request request, Response response) {
        int status =
                request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException failure
                        ? failure.getCode()
                        : response.getStatus();
        HttpURI uri = request.getHttpURI();
        boolean session =
                uri.hasViolations() && uri.getPath() != null && uri.getPath().startsWith(SESSIONS);
        return status == HttpStatus.BAD_REQUEST_400 && session ? HttpStatus.NOT_FOUND_404 : status;
    }

    private static String sentence(int status) {
        return switch (status) {
            case HttpStatus.BAD_REQUEST_400 -> "The request is not valid HTTP.";
            case HttpStatus.NOT_FOUND_404 -> "There is nothing at this address.";
            case HttpStatus.REQUEST_TIMEOUT_408 -> "The request did not come in time.";
            case HttpStatus.PAYLOAD_TOO_LARGE_413 -> "The request is too large.";
            case HttpStatus.URI_TOO_LONG_414 -> "The address of the request is too long.";
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                    "The headers of the request are too long.";
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> "This node is not ready.";
            case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> "This version of HTTP is not served.";
            default -> "The request failed: " + HttpStatus.getMessage(status) + ".";
        };
    }
}
