package net.robustirc.irc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The secrets in a PASS line: {@code nickserv=a:oper=name pw:captcha=tok}. A part without one of
 * the known names belongs to the part before it, for passwords may contain colons; names are taken
 * in any case, and the last of several counts (irc-commands.md 3.1).
 */
public final class PassParts {
    public static final String NICKSERV = "nickserv";
    public static final String SERVICES = "services";
    public static final String OPER = "oper";
    public static final String CAPTCHA = "captcha";

    private static final List<String> NAMES =
            List.of(NICKSERV, SERVICES, "network", OPER, "session", CAPTCHA);

    private final SortedMap<String, String> values;

    private PassParts(SortedMap<String, String> values) {
        this.values = values;
    }

    /**
     * Takes the parameters of PASS apart.
     *
     * @param params are joined by spaces; a text that begins with no known name is for NickServ
     */
    public static PassParts parse(List<String> params) {
        SortedMap<String, String> values = new TreeMap<>();
        String name = NICKSERV;
        StringBuilder value = new StringBuilder();
        boolean first = true;
        for (String part : Fields.of(String.join(" ", params), ':')) {
            String next = nameOf(part);
            if (!next.isEmpty()) {
                put(values, name, value);
                name = next;
                value = new StringBuilder(part.substring(next.length() + 1));
            } else {
                value.append(first ? "" : ":").append(part);
            }
            first = false;
        }
        put(values, name, value);
        return new PassParts(values);
    }

    /** An empty part takes back nothing that was said before it. */
    private static void put(SortedMap<String, String> values, String name, StringBuilder value) {
        if (!value.isEmpty()) {
            values.put(name, value.toString());
        }
    }

    private static String nameOf(String part) {
        int end = part.indexOf('=');
        String name = end < 0 ? "" : CaseFolding.fold(part.substring(0, end));
        return NAMES.contains(name) ? name : "";
    }

    /** What stands after that name; empty if it is not there. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The same with another value for a name. */
    public PassParts with(String name, String value) {
        SortedMap<String, String> next = new TreeMap<>(values);
        next.put(name, value);
        return new PassParts(next);
    }

    /** All parts, by name. */
    public SortedMap<String, String> values() {
        return Collections.unmodifiableSortedMap(values);
    }

    /** The text again, in the order of the names. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        values.forEach((name, value) -> parts.add(name + "=" + value));
        return String.join(":", parts);
    }
}
