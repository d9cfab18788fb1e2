package net.robustirc.irc;

/**
 * Where a line comes from: {@code nick!user@host}, or a server's name alone.
 *
 * @param name a nick or a server
 * @param user empty where there is none
 * @param host empty where there is none
 */
public record Prefix(String name, String user, String host) {
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
