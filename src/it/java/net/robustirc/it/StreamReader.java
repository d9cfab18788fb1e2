package net.robustirc.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Reads one GetMessages response in the background and keeps what came. */
final class StreamReader implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final List<Message> messages = new ArrayList<>();
    private volatile boolean ended;

    /** A line (type 3) with its position {@code Id.Reply}. */
    record Message(String position, String data) {}

    StreamReader(HttpResponse<InputStream> response) {
        this.response = response;
        Thread thread = new Thread(this::read, "stream-reader");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try (MappingIterator<JsonNode> objects =
                NodeApi.JSON.readerFor(JsonNode.class).readValues(response.body())) {
            while (objects.hasNextValue()) {
                JsonNode object = objects.nextValue();
                if (object.get("Type").asInt() == 3) {
                    keep(object);
                }
            }
        } catch (IOException e) {
            synchronized (messages) {
                messages.add(new Message("", "(connection lost)"));
            }
        }
        ended = true;
    }

    private void keep(JsonNode object) {
        JsonNode id = object.get("Id");
        String position = id.get("Id").asLong() + "." + id.get("Reply").asLong();
        synchronized (messages) {
            messages.add(new Message(position, object.get("Data").asText()));
        }
    }

    int status() {
        return response.statusCode();
    }

    List<Message> messages() {
        synchronized (messages) {
            return messages.stream().filter(message -> !message.position().isEmpty()).toList();
        }
    }

    /** What {@code lastseen} would be now. */
    String position() {
        List<Message> now = messages();
        return now.isEmpty() ? "0.0" : now.get(now.size() - 1).position();
    }

    List<String> texts() {
        return messages().stream().map(Message::data).toList();
    }

    void awaitText(String part) {
        Awaitility.await("a line with: " + part)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> texts().stream().anyMatch(text -> text.contains(part)));
    }

    void awaitEnd() {
        Awaitility.await("end of stream").atMost(Duration.ofSeconds(60)).until(() -> ended);
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
