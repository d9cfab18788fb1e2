package net.robustirc.war.boot;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import net.robustirc.war.admin.Build;

/** The WAR that is deployed: its version, and a hash over all that it holds. */
final class WarBuild implements Build {
    private static final int HASH_BYTES = 16;
    private static final int BUFFER_BYTES = 65_536;

    private final ServletContext context;
    private final String version;
    private String hash = "";

    WarBuild(ServletContext context, String version) {
        this.context = context;
        this.version = version;
    }

    @Override
    public String version() {
        return version;
    }

    /** Reads the whole WAR, when it is asked for first. */
    @Override
    public synchronized String hash() {
        if (hash.isEmpty()) {
            hash = computed();
        }
        return hash;
    }

    private String computed() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add("/WEB-INF/", digest);
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("the web application's own files can be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void add(String folder, MessageDigest digest) throws IOException {
        Set<String> paths = context.getResourcePaths(folder);
        for (String path : paths == null ? Set.<String>of() : new TreeSet<>(paths)) {
            if (path.endsWith("/")) {
                add(path, digest);
            } else {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                addFile(path, digest);
            }
        }
    }

    private void addFile(String path, MessageDigest digest) throws IOException {
        try (InputStream file = context.getResourceAsStream(path)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int n = file.read(buffer); n >= 0; n = file.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
    }
}
