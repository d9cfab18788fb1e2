package net.robustirc.jetty;

import java.security.Security;
import org.conscrypt.Conscrypt;

/** TLS by BoringSSL, on the systems and processors that Conscrypt is built for. */
public final class NativeTls {
    private NativeTls() {}

    /** Name of the provider that TLS connections shall use; null for the JVM's own choice. */
    public static String provider() {
        if (!Conscrypt.isAvailable()) {
            return null;
        }
        // Last in order: nothing else of this process is to use it.
        Security.addProvider(Conscrypt.newProvider());
        return "Conscrypt";
    }
}
