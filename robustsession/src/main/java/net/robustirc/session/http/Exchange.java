package net.robustirc.session.http;

import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.wire.WireRequest;

/** One request and its answer, bound to an event loop and used only there. */
public final class Exchange {
    private final ServerAddress server;
    private final WireRequest request;
    private final ResponseListener listener;
    private Connection connection;
    private boolean over;
    private boolean reading = true;

    Exchange(ServerAddress server, WireRequest request, ResponseListener listener) {
        this.server = server;
        this.request = request;
        this.listener = listener;
    }

    /** Gives up: closes the connection, and the listener hears no more. */
    public void cancel() {
        boolean wasRunning = !over;
        over = true;
        if (wasRunning && connection != null) {
            connection.abort();
        }
    }

    /** Stops or resumes reading from the connection, so that the server is held back by TCP. */
    public void setReading(boolean wanted) {
        reading = wanted;
        if (connection != null && !over) {
            connection.setReading(wanted);
        }
    }

    void runOn(Connection chosen) {
        connection = chosen;
        chosen.start(this);
        chosen.setReading(reading);
    }

    void complete() {
        over = true;
        listener.complete();
    }

    void fail(Throwable cause) {
        if (!over) {
            over = true;
            listener.failed(cause);
        }
    }

    boolean isOver() {
        return over;
    }

    ServerAddress server() {
        return server;
    }

    WireRequest request() {
        return request;
    }

    ResponseListener listener() {
        return listener;
    }
}
