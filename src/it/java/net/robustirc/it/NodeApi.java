package net.robustirc.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Speaks RobustSession and the private API, request by request, without any failover. */
final class NodeApi {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String password;

    NodeApi(Path caFile, String password) throws Exception {
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(trusting(caFile))
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
        this.password = password;
    }

    static NodeApi of(Localnet network) throws Exception {
        return new NodeApi(network.caFile(), network.password());
    }

    static SSLContext trusting(Path caFile) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(caFile)) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A session as the server gave it. */
    record Session(String id, String auth, String prefix) {}

    Session create(String node) throws Exception {
        HttpResponse<String> response =
                send(request(node + "/robustirc/v1/session").POST(BodyPublishers.noBody()));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        JsonNode json = JSON.readTree(response.body());
        return new Session(
                json.get("Sessionid").asText(),
                json.get("Sessionauth").asText(),
                json.get("Prefix").asText());
    }

    HttpRequest.Builder postRequest(String node, Session session, String body) {
        return request(node + "/robustirc/v1/" + session.id() + "/message")
                .header("X-Session-Auth", session.auth())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    static String body(String line, long clientMessageId) throws Exception {
        return "{\"Data\":"
                + JSON.writeValueAsString(line)
                + ",\"ClientMessageId\":"
                + Long.toUnsignedString(clientMessageId)
                + "}";
    }

    HttpResponse<String> post(String node, Session session, String line, long clientMessageId)
            throws Exception {
        return send(postRequest(node, session, body(line, clientMessageId)));
    }

    /** Registers a nick; the posts must be accepted. */
    void register(String node, Session session, String nick) throws Exception {
        expectOk(post(node, session, "NICK " + nick, 1));
        expectOk(post(node, session, "USER " + nick + " 0 * :" + nick, 2));
    }

    static void expectOk(HttpResponse<?> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    response.request().uri() + ": " + response.statusCode() + response.body());
        }
    }

    HttpResponse<String> delete(String node, Session session, String body) throws Exception {
        return send(
                request(node + "/robustirc/v1/" + session.id())
                        .header("X-Session-Auth", session.auth())
                        .method("DELETE", BodyPublishers.ofString(body)));
    }

    /** Opens the stream; the body goes on for as long as the session lives. */
    HttpResponse<InputStream> stream(String node, Session session, String lastSeen)
            throws Exception {
        return http.send(
                request(node + "/robustirc/v1/" + session.id() + "/messages?lastseen=" + lastSeen)
                        .header("X-Session-Auth", session.auth())
                        .GET()
                        .build(),
                BodyHandlers.ofInputStream());
    }

    HttpResponse<String> admin(String node, String path, String accept) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString(("robustirc:" + password).getBytes());
        return send(
                request(node + path)
                        .header("Authorization", "Basic " + credentials)
                        .header("Accept", accept)
                        .GET());
    }

    JsonNode status(String node) throws Exception {
        return JSON.readTree(admin(node, "/status", "application/json").body());
    }

    /** The number (from 1) of the node that says it leads; empty while there is none. */
    Optional<Integer> leader(List<String> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            try {
                if (status(nodes.get(i)).path("State").asText().equals("Leader")) {
                    return Optional.of(i + 1);
                }
            } catch (Exception e) {
                continue; // this node is down: the question is whether another one leads
            }
        }
        return Optional.empty();
    }

    HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpClient http() {
        return http;
    }
}
