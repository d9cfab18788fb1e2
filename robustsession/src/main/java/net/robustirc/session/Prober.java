package net.robustirc.session;

import net.robustirc.session.server.ServerAddress;

/** Asks servers whether they live, one question at a time to each. */
interface Prober {
    /** Joins the question under way, if there is one. A server that gives no answer is suspect. */
    void ask(ServerAddress server, Verdict verdict);

    /** Hears once whether the server lives. */
    interface Verdict {
        void lives(boolean answered);
    }
}
