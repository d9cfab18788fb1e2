package net.robustirc.irc;

/**
 * Where a line comes from: {@code nick!user@host}, or a server's name alone.
 *
 * @param name a nick or a server
 * @param user empty where there is none
 * @param host empty where there is none
 */
public record Prefix(String name, String user, String host) {

    /** Reads {@code name[!user][@host]}, as it stands between the colon and the first space. */
    public static Prefix parse(String text) {
        int at = text.indexOf('@');
        String host = at > 0 ? text.substring(at + 1) : "";
        String rest = at > 0 ? text.substring(0, at) : text;
        int bang = rest.indexOf('!');
        return bang > 0
                ? new Prefix(rest.substring(0, bang), rest.substring(bang + 1), host)
                : new Prefix(rest, "", host);
    }

    void appendTo(StringBuilder out) {
        out.append(name);
        if (!user.isEmpty()) {
            out.append('!').append(user);
        }
        if (!host.isEmpty()) {
            out.append('@').append(host);
        }
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(name.length() + user.length() + host.length() + 2);
        appendTo(out);
        return out.toString();
    }
}
