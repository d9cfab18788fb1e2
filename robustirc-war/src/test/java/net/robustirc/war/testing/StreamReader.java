package net.robustirc.war.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/** Reads an open stream, object by object. */
public final class StreamReader implements AutoCloseable {
    private final Connection connection;
    private final Reply head;
    private final Deque<String> objects = new ArrayDeque<>();
    private boolean ended;

    StreamReader(Connection connection) throws IOException {
        this.connection = connection;
        this.head = connection.readHead();
    }

    public Reply head() {
        return head;
    }

    /** The next object's JSON text; empty at the end of the stream. */
    public String next() {
        while (objects.isEmpty() && !ended) {
            String chunk = nextChunk();
            ended = chunk.isEmpty();
            chunk.lines().forEach(objects::add);
        }
        return objects.isEmpty() ? "" : objects.remove();
    }

    /** The next chunk as it was sent; empty at the end of the stream. */
    public String nextChunk() {
        try {
            return connection.chunk();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next object that is not a ping. */
    public String nextLine() {
        return find(object -> !object.contains("\"Type\":4"));
    }

    /** Reads on to an object that fits, or to the end. */
    public String find(Predicate<String> wanted) {
        String object = next();
        while (!object.isEmpty() && !wanted.test(object)) {
            object = next();
        }
        return object;
    }

    /** Reads to the end; the last object that was not a ping. */
    public String lastLine() {
        String last = "";
        for (String line = nextLine(); !line.isEmpty(); line = nextLine()) {
            last = line;
        }
        return last;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
