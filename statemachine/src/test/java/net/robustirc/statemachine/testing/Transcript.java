package net.robustirc.statemachine.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A scenario as a person reads it: {@code src/test/resources/transcripts/*.irc}. {@link Step} says
 * what its lines may be; {@code # } begins a comment, {@code use FILE} runs another one first.
 *
 * <p>In posted and expected lines {@code {alice}} stands for the id of alice's session (0x...),
 * {@code <CR>}, {@code <LF>}, {@code <NUL>}, {@code <U+0000>} and so on for that character, {@code
 * <x*500>} for 500 times x. A space at the end of a line is part of it.
 */
public record Transcript(String name, List<Step> steps) {
    private static final String FOLDER = "/transcripts/";

    /** Reads one from the class path. */
    public static Transcript load(String name) {
        List<Step> steps = new ArrayList<>();
        int number = 0;
        for (String line : read(name).split("\n", -1)) {
            number++;
            if (line.startsWith("use ")) {
                steps.addAll(load(line.substring(4)).steps());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                steps.add(step(name, number, line));
            }
        }
        return new Transcript(name, List.copyOf(steps));
    }

    /** Whether it sets the time, so that only a machine with a clock of its own can run it. */
    public boolean setsTime() {
        return steps.stream()
                .anyMatch(step -> step instanceof Step.SetTime || step instanceof Step.MoveTime);
    }

    private static String read(String name) {
        try (InputStream in = Transcript.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no transcript " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Step step(String name, int number, String line) {
        int space = line.indexOf(' ');
        String first = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1);
        return switch (first) {
            case "@" -> time(number, rest);
            case "tick" -> new Step.Tick(number);
            case "config" -> new Step.Config(number, settings(rest));
            case "register" -> register(number, rest);
            case "delete" -> new Step.Delete(number, before(rest), text(rest));
            case "lose" -> new Step.Lose(number, before(rest), text(rest));
            case "address" -> from(number, rest.split(" "));
            case "stream" -> new Step.Stream(number, rest);
            case "credential" -> checked(number, rest.split(" "));
            default -> line(name, number, first, rest.stripLeading());
        };
    }

    private static Step line(String name, int number, String who, String rest) {
        if (rest.startsWith("> ")) {
            return new Step.Post(number, who, unescape(rest.substring(2)));
        }
        if (rest.startsWith("< ")) {
            return new Step.Expect(
                    number, new TreeSet<>(List.of(who.split(","))), unescape(rest.substring(2)));
        }
        if (rest.equals("end")) {
            return new Step.Ended(number, List.of(who.split(",")));
        }
        throw new IllegalArgumentException(name + ":" + number + ": not understood: " + rest);
    }

    private static Step time(int number, String text) {
        return text.startsWith("+")
                ? new Step.MoveTime(number, Duration.parse("PT" + text.substring(1)))
                : new Step.SetTime(number, Instant.parse(text));
    }

    private static Step register(int number, String rest) {
        String[] words = rest.split(" ");
        return new Step.Register(number, words[0], words.length > 1 ? words[1] : words[0]);
    }

    private static String before(String rest) {
        return rest.substring(0, rest.indexOf(" :"));
    }

    private static String text(String rest) {
        return unescape(rest.substring(rest.indexOf(" :") + 2));
    }

    private static Step from(int number, String[] words) {
        return new Step.From(number, words[0], words[1]);
    }

    static SortedMap<String, String> settings(String rest) {
        SortedMap<String, String> settings = new TreeMap<>();
        for (String setting : rest.split(" ")) {
            int end = setting.indexOf('=');
            settings.put(setting.substring(0, end), unescape(setting.substring(end + 1)));
        }
        return settings;
    }

    private static Step checked(int number, String[] words) {
        String verdict = words[words.length - 1];
        if (!verdict.equals("accepted") && !verdict.equals("rejected")) {
            throw new IllegalArgumentException("accepted or rejected, not " + verdict);
        }
        String account = words.length > 2 ? words[1] : "";
        return new Step.Checked(number, words[0], account, verdict.equals("accepted"));
    }

    static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        int position = 0;
        while (position < text.length()) {
            int end = text.indexOf('>', position);
            String code =
                    text.charAt(position) == '<' && end > 0
                            ? text.substring(position + 1, end)
                            : "";
            if (isEscape(code)) {
                out.append(escaped(code));
                position = end + 1;
            } else {
                out.append(text.charAt(position++));
            }
        }
        return out.toString();
    }

    private static boolean isEscape(String code) {
        return code.matches("CR|LF|NUL|U\\+[0-9A-F]{4,5}|.\\*[0-9]+");
    }

    private static String escaped(String code) {
        return switch (code) {
            case "CR" -> "\r";
            case "LF" -> "\n";
            case "NUL" -> "\0";
            default ->
                    code.startsWith("U+")
                            ? codePoint(Integer.parseInt(code.substring(2), 16))
                            : code.substring(0, 1).repeat(Integer.parseInt(code.substring(2)));
        };
    }

    /** Also for what is none: half of a surrogate pair. */
    private static String codePoint(int code) {
        return code < 0x10000 ? String.valueOf((char) code) : Character.toString(code);
    }
}
