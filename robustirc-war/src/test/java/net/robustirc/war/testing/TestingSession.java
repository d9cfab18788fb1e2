package net.robustirc.war.testing;

/** A session as its client knows it. */
public record TestingSession(HttpClient http, String id, String token, String prefix) {
    public String path() {
        return "/robustirc/v1/" + id;
    }

    /** The header line that speaks for the session. */
    public String auth() {
        return "X-Session-Auth: " + token;
    }

    /** Posts a line that needs no escapes. */
    public Reply post(String line) {
        return postBody("{\"Data\":\"" + line + "\"}");
    }

    public Reply postBody(String body, String... headers) {
        String[] all = new String[headers.length + 1];
        all[0] = auth();
        System.arraycopy(headers, 0, all, 1, headers.length);
        return http.send("POST", path() + "/message", body, all);
    }

    public Reply delete(String body) {
        return http.send("DELETE", path(), body, auth());
    }

    public StreamReader stream(String lastSeen) {
        return http.stream(path() + "/messages?lastseen=" + lastSeen, auth());
    }

    /** Registers under a nick. */
    public TestingSession registered(String nick) {
        post("NICK " + nick);
        post("USER " + nick + " 0 * :" + nick);
        return this;
    }
}
