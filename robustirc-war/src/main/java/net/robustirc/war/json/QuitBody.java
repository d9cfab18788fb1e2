package net.robustirc.war.json;

import java.io.IOException;
import net.robustirc.war.failure.RefusedException;

/** Body of a DELETE: {@code {"Quitmessage":"bye"}}. */
public final class QuitBody {
    private QuitBody() {}

    /** The quit text; empty where the body is empty or no such thing (ours.md section 1). */
    public static String quitText(byte[] body) {
        Reading reading = new Reading();
        try {
            JsonFields.forEach(body, reading);
        } catch (RefusedException e) {
            return "";
        }
        return reading.text;
    }

    private static final class Reading implements JsonFields.Member {
        private String text = "";

        @Override
        public void read(JsonFields fields, String name) throws IOException {
            if (name.equalsIgnoreCase("Quitmessage")) {
                text = fields.text("Quitmessage");
            } else {
                fields.skip();
            }
        }
    }
}
