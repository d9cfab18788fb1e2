package net.robustirc.war.boot;

import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends what our libraries log through java.util.logging to our log; the container's stays its own.
 */
final class JulBridge implements AutoCloseable {
    private final SLF4JBridgeHandler handler = new SLF4JBridgeHandler();

    /** Held, as java.util.logging itself forgets loggers that nobody holds. */
    private final List<Logger> loggers =
            Stream.of("org.glassfish", "org.apache.ratis", "org.jvnet")
                    .map(Logger::getLogger)
                    .toList();

    JulBridge() {
        for (Logger logger : loggers) {
            logger.addHandler(handler);
            logger.setUseParentHandlers(false);
        }
    }

    @Override
    public void close() {
        for (Logger logger : loggers) {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
    }
}
