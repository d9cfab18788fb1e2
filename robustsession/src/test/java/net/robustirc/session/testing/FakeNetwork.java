package net.robustirc.session.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Servers on loopback that share their sessions without any consensus, speak just enough
 * RobustSession, and fail on demand.
 */
public final class FakeNetwork implements AutoCloseable {
    /** The name it gives itself. */
    public static final String PREFIX = "robust.test";

    private final List<FakeServer> servers = new ArrayList<>();
    private final List<FakeSession> sessions = new CopyOnWriteArrayList<>();
    private final Map<String, FakeSession> byId = new ConcurrentHashMap<>();
    private final List<FakeRequest> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Optional<List<String>> announced = Optional.empty();
    private volatile long pingMillis = 200;

    private FakeNetwork() {}

    /** Starts this many servers called localhost. */
    public static FakeNetwork start(int count) throws IOException {
        FakeNetwork network = new FakeNetwork();
        for (int number = 0; number < count; number++) {
            network.servers.add(new FakeServer(network, number, "localhost"));
        }
        return network;
    }

    /** Starts one more server, whose certificate bears this name. */
    public FakeServer addServer(String certificateName) throws IOException {
        FakeServer server = new FakeServer(this, servers.size(), certificateName);
        servers.add(server);
        return server;
    }

    /** One server, from 0. */
    public FakeServer server(int number) {
        return servers.get(number);
    }

    /** {@code localhost:port,localhost:port}. */
    public String addresses() {
        return servers.stream().map(FakeServer::address).collect(Collectors.joining(","));
    }

    /** Writes the certificate of the servers' authority into the directory. */
    public Path caFile(Path directory) throws IOException {
        return TestAuthority.shared().writeCertificate(directory);
    }

    /** What pings say from now on, instead of the truth. */
    public void announce(List<String> addresses) {
        announced = Optional.of(addresses);
    }

    /** How often streams carry a ping. */
    public void setPingMillis(long millis) {
        pingMillis = millis;
    }

    long pingMillis() {
        return pingMillis;
    }

    List<String> announced() {
        return announced.orElseGet(() -> servers.stream().map(FakeServer::address).toList());
    }

    /** All sessions in the order of their creation. */
    public List<FakeSession> sessions() {
        return List.copyOf(sessions);
    }

    /** The newest session. */
    public FakeSession session() {
        return sessions.get(sessions.size() - 1);
    }

    /** Each request of this kind so far. */
    public List<FakeRequest> requests(FakeRequest.Kind kind) {
        return requests.stream().filter(request -> request.kind() == kind).toList();
    }

    void record(FakeRequest request) {
        requests.add(request);
    }

    synchronized FakeSession createSession() {
        int number = sessions.size() + 1;
        FakeSession session = new FakeSession("0x40" + number, "secret-" + number);
        byId.put(session.id(), session);
        sessions.add(session);
        return session;
    }

    Optional<FakeSession> find(String id, String auth) {
        return Optional.ofNullable(byId.get(id))
                .filter(session -> !session.isGone() && session.auth().equals(auth));
    }

    ExecutorService threads() {
        return threads;
    }

    @Override
    public void close() {
        servers.forEach(FakeServer::kill);
        threads.shutdownNow();
    }
}
