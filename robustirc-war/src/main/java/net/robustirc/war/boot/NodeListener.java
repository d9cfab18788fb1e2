package net.robustirc.war.boot;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.util.Optional;
import net.robustirc.consensus.Consensus;
import net.robustirc.consensus.ratis.RatisConsensus;
import net.robustirc.war.settings.GivenSettings;
import net.robustirc.war.settings.NodeSettings;
import net.robustirc.war.settings.SettingsException;
import net.robustirc.war.settings.SettingsReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the node when the web application is deployed and stops it when that is undeployed. */
public final class NodeListener implements ServletContextListener {
    private static final Logger LOG = LoggerFactory.getLogger(NodeListener.class);
    private static final int START_FAILED = 1;

    private Optional<JulBridge> julBridge = Optional.empty();
    private Optional<Node> node = Optional.empty();
    private Optional<ProcessEnd> processEnd = Optional.empty();

    /** Asked for as early as possible; without the setting the container decides what happens. */
    private boolean ownsProcess;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        julBridge = Optional.of(new JulBridge());
        try {
            start(event.getServletContext());
        } catch (SettingsException | IOException e) {
            fail(e.getMessage(), e);
        } catch (RuntimeException e) {
            LOG.error("Unexpected failure", e);
            fail(e.toString(), e);
        }
    }

    private void start(ServletContext context) throws IOException {
        ownsProcess = GivenPlaces.ownsProcess(context);
        GivenSettings given = GivenPlaces.collect(context);
        String version = Version.read();
        LOG.info("RobustIRC {} starts", version);
        NodeSettings settings = new SettingsReader(given, version).read();
        given.lines().forEach(line -> LOG.info("{}", line));
        ContainerPort.check(context);
        Node.Identity identity =
                new Node.Identity(
                        settings.consensus().publicAddress(),
                        settings.network().password(),
                        new WarBuild(context, version));
        ProcessEnd end = new ProcessEnd(settings.processExit());
        Consensus consensus = RatisConsensus.start(settings.consensus());
        Node started = started(consensus, identity, settings.createRate(), end);
        node = Optional.of(started);
        end.watch(started);
        processEnd = Optional.of(end);
        serve(context, started);
    }

    private static Node started(
            Consensus consensus, Node.Identity identity, int createRate, ProcessEnd end) {
        try {
            return new Node(consensus, identity, createRate, end::quit);
        } catch (RuntimeException e) {
            consensus.close();
            throw e;
        }
    }

    private static void serve(ServletContext context, Node node) {
        ServletRegistration.Dynamic servlet = context.addServlet("api", node.servlet());
        servlet.setAsyncSupported(true);
        servlet.setLoadOnStartup(1);
        servlet.addMapping("/*");
    }

    /**
     * One sentence, and no half-started node: a container that stays up would answer 503 for ever.
     * The process is halted, as an orderly exit would wait for the container, which waits for us.
     */
    private void fail(String sentence, Exception cause) {
        LOG.error("The node cannot start: {}", sentence);
        stop();
        if (ownsProcess) {
            Runtime.getRuntime().halt(START_FAILED);
        }
        throw new IllegalStateException("The node cannot start: " + sentence, cause);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        stop();
        julBridge.ifPresent(JulBridge::close);
        julBridge = Optional.empty();
    }

    private void stop() {
        processEnd.ifPresent(ProcessEnd::forget);
        node.ifPresent(Node::close);
        node = Optional.empty();
        processEnd = Optional.empty();
    }
}
