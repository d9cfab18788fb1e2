package net.robustirc.war.json;

import java.io.IOException;
import net.robustirc.war.failure.RefusedException;

/**
 * Body of a posted line: {@code {"Data":"PRIVMSG #c :hi","ClientMessageId":1}}, both optional,
 * names in any case.
 *
 * @param clientMessageId unsigned; 0 where there was none
 */
public record PostedLine(String data, long clientMessageId) {
    /**
     * Parses a body.
     *
     * @throws RefusedException 400 naming what is wrong
     */
    public static PostedLine parse(byte[] body) {
        Reading reading = new Reading();
        JsonFields.forEach(body, reading);
        return new PostedLine(reading.data, reading.clientMessageId);
    }

    private static final class Reading implements JsonFields.Member {
        private String data = "";
        private long clientMessageId;

        @Override
        public void read(JsonFields fields, String name) throws IOException {
            if (name.equalsIgnoreCase("Data")) {
                data = fields.text("Data");
            } else if (name.equalsIgnoreCase("ClientMessageId")) {
                clientMessageId = fields.unsigned("ClientMessageId");
            } else {
                fields.skip();
            }
        }
    }
}
