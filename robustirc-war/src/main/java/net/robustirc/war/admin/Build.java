package net.robustirc.war.admin;

/** What software this is: the same build has the same hash on all nodes. */
public interface Build {
    /** E.g. {@code 0.1.0}. */
    String version();

    /** 32 hexadecimal digits. */
    String hash();
}
