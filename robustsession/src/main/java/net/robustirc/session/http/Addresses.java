package net.robustirc.session.http;

import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Host names to addresses as the operating system has it. The system's resolver blocks, so it gets
 * two threads of its own, which go when idle.
 */
final class Addresses implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 4096;

    private final ExecutorService resolver = resolver();

    private static ExecutorService resolver() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(MOST_WAITING),
                        new DefaultThreadFactory("robustsession-resolver", true));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Hears the outcome on a resolver thread, or on the caller's if nothing needs looking up. */
    interface Found {
        void addresses(List<InetAddress> addresses);

        void unknown(Exception cause);
    }

    void find(String host, Found found) {
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
        if (literal != null) {
            found.addresses(List.of(literal));
            return;
        }
        try {
            resolver.execute(() -> lookUp(host, found));
        } catch (RejectedExecutionException e) {
            found.unknown(e);
        }
    }

    private static void lookUp(String host, Found found) {
        try {
            found.addresses(List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException e) {
            found.unknown(new UnknownHostException("the name " + host + " is unknown"));
        }
    }

    @Override
    public void close() {
        resolver.shutdownNow();
    }
}
