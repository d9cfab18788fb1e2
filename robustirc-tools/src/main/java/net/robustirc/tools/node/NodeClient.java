package net.robustirc.tools.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/** Asks nodes, one request at a time, each with a time limit. */
public final class NodeClient {
    private static final String REVISION = "X-RobustIRC-Config-Revision";
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 5_000;

    /** A node answers a change within 10 s, or not at all. */
    private static final int CHANGE_MILLIS = 12_000;

    private static final String OVERTAKEN = "Revision mismatch";
    private static final int OK = 200;
    private static final int SERVER_AT_FAULT = 500;

    private final SSLContext tls;
    private final String authorization;

    /**
     * Contacts nobody yet.
     *
     * @param password of the user {@code robustirc}
     */
    public NodeClient(SSLContext tls, String password) {
        this.tls = tls;
        this.authorization =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        ("robustirc:" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the node takes clients; false also when it cannot be reached. */
    public boolean ready(String url) {
        try {
            HttpsURLConnection connection = open(url + "/readyz");
            boolean ready = connection.getResponseCode() == OK;
            drain(connection);
            return ready;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Replaces the network configuration, whatever it was.
     *
     * @param toml the configuration
     * @throws RefusedException saying what the node has against it
     * @throws OvertakenException if somebody else, or a lost try of ours, has changed it meanwhile
     * @throws IOException if it could not be asked, or was not able to
     */
    public void configure(String url, String toml) throws IOException {
        HttpsURLConnection get = open(url + "/config");
        String revision = get.getHeaderField(REVISION);
        String refused = failure(get);
        if (!refused.isEmpty() || revision == null) {
            throw new IOException("GET /config: " + refused);
        }
        HttpsURLConnection post = open(url + "/config");
        post.setReadTimeout(CHANGE_MILLIS);
        post.setRequestMethod("POST");
        post.setRequestProperty(REVISION, revision);
        post.setDoOutput(true);
        try (OutputStream out = post.getOutputStream()) {
            out.write(toml.getBytes(StandardCharsets.UTF_8));
        }
        String problem = failure(post);
        if (problem.contains(OVERTAKEN)) {
            throw new OvertakenException(problem);
        }
        if (!problem.isEmpty()) {
            throw post.getResponseCode() < SERVER_AT_FAULT
                    ? new RefusedException(problem)
                    : new IOException(problem);
        }
    }

    /** The network configuration as it was posted, or all of it if none was: TOML. */
    public String configuration(String url) throws IOException {
        return get(url, "/config");
    }

    /** The leader's {@code host:port} as this node sees it; empty if it knows none. */
    public String leader(String url) throws IOException {
        return get(url, "/leader").strip();
    }

    private String get(String url, String path) throws IOException {
        HttpsURLConnection connection = open(url + path);
        String body = drain(connection);
        if (connection.getResponseCode() != OK) {
            throw new IOException("GET " + path + ": " + connection.getResponseCode() + " " + body);
        }
        return body;
    }

    private HttpsURLConnection open(String url) throws IOException {
        URL parsed = URI.create(url).toURL();
        HttpsURLConnection connection = (HttpsURLConnection) parsed.openConnection();
        connection.setSSLSocketFactory(tls.getSocketFactory());
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setRequestProperty("Authorization", authorization);
        connection.setUseCaches(false);
        return connection;
    }

    /** Empty on success, else status and body. */
    private static String failure(HttpsURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        String body = drain(connection);
        return status == OK ? "" : status + " " + body.strip();
    }

    private static String drain(HttpsURLConnection connection) throws IOException {
        InputStream body =
                connection.getResponseCode() < 400
                        ? connection.getInputStream()
                        : connection.getErrorStream();
        if (body == null) {
            return "";
        }
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The configuration is no longer the one that was read: look again. */
    public static final class OvertakenException extends IOException {
        private static final long serialVersionUID = 1;

        OvertakenException(String message) {
            super(message);
        }
    }

    /** The node understood, and will not. */
    public static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }
}
