package net.robustirc.war.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.failure.RefusedException;

/**
 * Walks the members of the first JSON object in a body. What follows it is not looked at, nor are
 * members that nobody asks for; invalid UTF-8 becomes U+FFFD first (robustsession-client.md rules
 * 9, 11).
 */
final class JsonFields {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;

    private JsonFields(JsonParser parser) {
        this.parser = parser;
    }

    /** Takes one member; must read its value. */
    interface Member {
        void read(JsonFields fields, String name) throws IOException;
    }

    /**
     * Calls for each member.
     *
     * @throws RefusedException 400 if the body does not begin with a JSON object
     */
    static void forEach(byte[] body, Member member) {
        String text = new String(body, StandardCharsets.UTF_8);
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Refusal.badRequest("The request body is not a JSON object").asException();
            }
            JsonFields fields = new JsonFields(parser);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                member.read(fields, name);
            }
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("The request body is not JSON: " + place(e)).asException();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory can be read", e);
        }
    }

    /** Jackson's own message quotes the client's text; a position is enough and safe. */
    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "it could not be parsed"
                : "error at character " + Math.max(0, e.getLocation().getCharOffset());
    }

    /** A text; empty for null. A lone surrogate, which UTF-8 cannot carry, becomes U+FFFD. */
    String text(String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (token != JsonToken.VALUE_STRING) {
            throw Refusal.badRequest(name + " must be a string").asException();
        }
        return wellFormed(parser.getText());
    }

    /** An unsigned 64-bit number; 0 for null. */
    long unsigned(String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return 0;
        }
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getText().charAt(0) != '-') {
            try {
                return Long.parseUnsignedLong(parser.getText());
            } catch (NumberFormatException e) {
                throw notUnsigned(name);
            }
        }
        throw notUnsigned(name);
    }

    private static RefusedException notUnsigned(String name) {
        return Refusal.badRequest(name + " must be a whole number from 0 to 18446744073709551615")
                .asException();
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceLoneSurrogates(text);
            }
        }
        return text;
    }

    private static String replaceLoneSurrogates(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(result::appendCodePoint);
        return result.toString();
    }
}
