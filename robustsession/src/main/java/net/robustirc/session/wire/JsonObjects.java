package net.robustirc.session.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Reads single JSON objects member by member, forgiving about what old servers may send. */
final class JsonObjects {
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

    private JsonObjects() {}

    /** Takes one member; the parser stands on its value and must be left on the value's end. */
    interface MemberReader {
        void read(String name, JsonParser parser) throws IOException, MalformedAnswerException;
    }

    /** Makes a fresh reader for each attempt and returns what it has read. */
    interface Target<T> extends MemberReader {
        T finish() throws MalformedAnswerException;
    }

    /** Opens a fresh, empty target. */
    interface TargetSource<T> {
        Target<T> open();
    }

    /**
     * Reads the one object in these bytes. Bytes that are not UTF-8 are rare, so they cost a second
     * pass over the text with the bad ones replaced.
     */
    static <T> T read(byte[] bytes, int offset, int length, TargetSource<T> source)
            throws MalformedAnswerException {
        try (JsonParser parser = FACTORY.createParser(bytes, offset, length)) {
            return readObject(parser, source.open());
        } catch (IOException e) {
            return readLeniently(new String(bytes, offset, length, StandardCharsets.UTF_8), source);
        }
    }

    private static <T> T readLeniently(String text, TargetSource<T> source)
            throws MalformedAnswerException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return readObject(parser, source.open());
        } catch (IOException e) {
            throw new MalformedAnswerException("the answer is not JSON", e);
        }
    }

    private static <T> T readObject(JsonParser parser, Target<T> target)
            throws IOException, MalformedAnswerException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedAnswerException("the answer is not a JSON object");
        }
        readMembers(parser, target);
        return target.finish();
    }

    /** Feeds the members of the object that the parser has just entered. */
    static void readMembers(JsonParser parser, MemberReader reader)
            throws IOException, MalformedAnswerException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            reader.read(name, parser);
        }
    }

    static String text(String name, JsonParser parser)
            throws IOException, MalformedAnswerException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL -> "";
            default -> throw new MalformedAnswerException(name + " is not a string");
        };
    }

    static int integer(String name, JsonParser parser)
            throws IOException, MalformedAnswerException {
        requireInteger(name, parser);
        return parser.getIntValue();
    }

    /** A number of up to 64 bits, as the bits of a long. */
    static long unsigned(String name, JsonParser parser)
            throws IOException, MalformedAnswerException {
        requireInteger(name, parser);
        if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return nonNegative(name, parser.getLongValue());
        }
        BigInteger value = parser.getBigIntegerValue();
        if (value.signum() < 0 || value.bitLength() > 64) {
            throw new MalformedAnswerException(name + " is out of range");
        }
        return value.longValue();
    }

    private static long nonNegative(String name, long value) throws MalformedAnswerException {
        if (value < 0) {
            throw new MalformedAnswerException(name + " is negative");
        }
        return value;
    }

    private static void requireInteger(String name, JsonParser parser)
            throws MalformedAnswerException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new MalformedAnswerException(name + " is not an integer");
        }
    }
}
