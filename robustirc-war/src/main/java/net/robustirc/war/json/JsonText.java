package net.robustirc.war.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes one flat JSON object, member by member in the order given. */
public final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    public JsonText() {
        try {
            json = JSON.createGenerator(text);
            json.writeStartObject();
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    public JsonText with(String name, String value) {
        try {
            json.writeStringField(name, value);
            return this;
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    public JsonText with(String name, long value) {
        try {
            json.writeNumberField(name, value);
            return this;
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    public JsonText with(String name, List<String> values) {
        try {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
            return this;
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    /** The object, with a line feed after it. */
    public String end() {
        try {
            json.writeEndObject();
            json.close();
            return text.append('\n').toString();
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    private static UncheckedIOException inMemory(IOException e) {
        return new UncheckedIOException("memory can be written", e);
    }
}
