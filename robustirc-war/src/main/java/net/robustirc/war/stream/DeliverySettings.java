package net.robustirc.war.stream;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.robustirc.statemachine.entry.SessionId;

/**
 * What delivery needs to know of the node it is part of. All suppliers are called by delivery's
 * threads and must not block.
 *
 * @param shards number of threads; a session's stream belongs to one of them
 * @param pingInterval time between two pings on a stream
 * @param shutdownSpread time over which the streams end when delivery is closed or cut off
 * @param servers {@code host:port} of all nodes for clients, leader first, never empty
 * @param exists whether a session exists in the newest state
 * @param cutOff whether this node has been cut off for so long that its streams must end
 * @param fatal called with an Error met by one of delivery's threads; ends the process
 */
public record DeliverySettings(
        int shards,
        Duration pingInterval,
        Duration shutdownSpread,
        Supplier<List<String>> servers,
        Predicate<SessionId> exists,
        BooleanSupplier cutOff,
        Consumer<Error> fatal) {
    /** One thread, a ping every 20 s, an end over 2 s. */
    public static DeliverySettings of(
            Supplier<List<String>> servers,
            Predicate<SessionId> exists,
            BooleanSupplier cutOff,
            Consumer<Error> fatal) {
        return new DeliverySettings(
                1, Duration.ofSeconds(20), Duration.ofSeconds(2), servers, exists, cutOff, fatal);
    }
}
