package net.robustirc.session.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.robustirc.session.MessagePosition;

/**
 * One object of the receive stream (robustsession-client.md section 3).
 *
 * @param type 3 is a line, 4 a ping; others mean nothing to a client
 * @param position of a line; {@link MessagePosition#START} where the server gave none
 * @param data the line, empty if null
 * @param servers of a ping, as sent
 */
public record StreamObject(int type, MessagePosition position, String data, List<String> servers) {
    private static final int LINE = 3;
    private static final int PING = 4;

    /** Whether this carries an IRC line. */
    public boolean isLine() {
        return type == LINE;
    }

    /** Whether this is the servers' sign of life. */
    public boolean isPing() {
        return type == PING;
    }

    static StreamObject parse(byte[] bytes, int offset, int length)
            throws MalformedAnswerException {
        return JsonObjects.read(bytes, offset, length, Members::new);
    }

    private static final class Members implements JsonObjects.Target<StreamObject> {
        private int type;
        private long id;
        private long reply;
        private String data = "";
        private List<String> servers = List.of();

        @Override
        public void read(String name, JsonParser parser)
                throws IOException, MalformedAnswerException {
            switch (name) {
                case "Type" -> type = JsonObjects.integer(name, parser);
                case "Data" -> data = JsonObjects.text(name, parser);
                case "Id" -> readPosition(parser);
                case "Servers" -> readServers(parser);
                default -> readOtherSpelling(name, parser);
            }
        }

        private void readOtherSpelling(String name, JsonParser parser)
                throws IOException, MalformedAnswerException {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "type" -> type = JsonObjects.integer(name, parser);
                case "data" -> data = JsonObjects.text(name, parser);
                case "id" -> readPosition(parser);
                case "servers" -> readServers(parser);
                default -> parser.skipChildren();
            }
        }

        private void readPosition(JsonParser parser) throws IOException, MalformedAnswerException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new MalformedAnswerException("Id is not an object");
            }
            JsonObjects.readMembers(parser, this::readPositionMember);
        }

        private void readPositionMember(String name, JsonParser parser)
                throws IOException, MalformedAnswerException {
            if (name.equalsIgnoreCase("Id")) {
                id = JsonObjects.unsigned(name, parser);
            } else if (name.equalsIgnoreCase("Reply")) {
                reply = JsonObjects.unsigned(name, parser);
            } else {
                parser.skipChildren();
            }
        }

        private void readServers(JsonParser parser) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
                return;
            }
            List<String> found = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    found.add(parser.getText());
                }
                parser.skipChildren();
            }
            servers = List.copyOf(found);
        }

        @Override
        public StreamObject finish() {
            return new StreamObject(type, new MessagePosition(id, reply), data, servers);
        }
    }
}
