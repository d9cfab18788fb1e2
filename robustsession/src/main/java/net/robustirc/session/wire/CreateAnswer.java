package net.robustirc.session.wire;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * The answer to a create: the session's name in URLs, its token and the network's name.
 *
 * @param sessionId safe in a URL path
 * @param sessionAuth safe in a header
 * @param prefix a bare server name
 */
public record CreateAnswer(String sessionId, String sessionAuth, String prefix) {

    /** Reads the JSON object; member names in any case, others ignored. */
    public static CreateAnswer parse(byte[] body) throws MalformedAnswerException {
        return JsonObjects.read(body, 0, body.length, Members::new);
    }

    private static final class Members implements JsonObjects.Target<CreateAnswer> {
        private String sessionId = "";
        private String sessionAuth = "";
        private String prefix = "";

        @Override
        public void read(String name, JsonParser parser)
                throws IOException, MalformedAnswerException {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "sessionid" -> sessionId = JsonObjects.text(name, parser);
                case "sessionauth" -> sessionAuth = JsonObjects.text(name, parser);
                case "prefix" -> prefix = JsonObjects.text(name, parser);
                default -> parser.skipChildren();
            }
        }

        @Override
        public CreateAnswer finish() throws MalformedAnswerException {
            require("Sessionid", sessionId, c -> Character.isLetterOrDigit(c) || c == '-');
            require("Sessionauth", sessionAuth, c -> c > ' ');
            require("Prefix", prefix, c -> c > ' ');
            return new CreateAnswer(sessionId, sessionAuth, prefix);
        }

        private static void require(String name, String value, IntPredicate allowed)
                throws MalformedAnswerException {
            if (value.isEmpty() || !value.chars().allMatch(allowed.and(c -> c < 0x7f))) {
                throw new MalformedAnswerException(name + " is missing or unusable");
            }
        }
    }
}
