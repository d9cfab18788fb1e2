package net.robustirc.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;

/**
 * Arquillian's view of a real Jetty of ours: a process of jetty-home with a copy of our JETTY_BASE,
 * into whose {@code webapps} a WAR is moved to deploy it, and from which it is taken to undeploy.
 */
public final class JettyContainer implements DeployableContainer<JettyContainer.Settings> {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static OneNode running;

    private Path dir;
    private Path base;

    /** Nothing to set. */
    public static final class Settings implements ContainerConfiguration {
        @Override
        public void validate() {}
    }

    /** Makes the container known to Arquillian; named in META-INF/services. */
    public static final class Extension implements LoadableExtension {
        @Override
        public void register(ExtensionBuilder builder) {
            builder.service(DeployableContainer.class, JettyContainer.class);
        }
    }

    /** The node of the container that is running now. */
    static OneNode node() {
        return running;
    }

    @Override
    public Class<Settings> getConfigurationClass() {
        return Settings.class;
    }

    @Override
    public void setup(Settings settings) {}

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Local");
    }

    @Override
    public void start() throws LifecycleException {
        try {
            dir = Files.createTempDirectory("robustirc-jetty");
            base = dir.resolve("base");
            copy(OneNode.jettyBase(), base);
            Files.delete(base.resolve("webapps/robustirc.xml"));
            running = OneNode.prepare(dir.resolve("node"), 26_700);
            running.start(
                    base, "jetty.deploy.scanInterval=1", "jetty.server.contexts.dynamic=true");
            NodeApi api = running.api();
            await("Jetty")
                    .atMost(LIMIT)
                    .ignoreExceptionsMatching(e -> e instanceof IOException)
                    .until(() -> api.send(api.request(running.url()).GET()).statusCode() > 0);
        } catch (Exception e) {
            throw new LifecycleException("Jetty did not start", e);
        }
    }

    /** Without the WAR, which is deployed later. */
    private static void copy(Path from, Path to) throws IOException {
        for (String part : new String[] {"start.d", "modules", "etc", "lib", "webapps"}) {
            try (Stream<Path> files = Files.walk(from.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!file.toString().endsWith(".war")) {
                        Path target = to.resolve(from.relativize(file));
                        Files.createDirectories(target.getParent());
                        Files.copy(file, target);
                    }
                }
            }
        }
    }

    @Override
    public void stop() {
        running.close();
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        try {
            Path aside = dir.resolve("root.war.new");
            archive.as(ZipExporter.class).exportTo(aside.toFile(), true);
            Files.move(aside, base.resolve("webapps/root.war"), StandardCopyOption.ATOMIC_MOVE);
            running.awaitReady();
        } catch (Exception e) {
            throw new DeploymentException("the WAR did not deploy", e);
        }
        return new ProtocolMetaData();
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        try {
            Files.delete(base.resolve("webapps/root.war"));
            NodeApi api = running.api();
            await("undeployed")
                    .atMost(LIMIT)
                    .until(
                            () ->
                                    api.send(api.request(running.url() + "/livez").GET())
                                                    .statusCode()
                                            == 404);
        } catch (Exception e) {
            throw new DeploymentException("the WAR did not go", e);
        }
    }

    @Deprecated
    @Override
    public void deploy(Descriptor descriptor) {
        throw new IllegalStateException("a WAR is deployed, not a descriptor");
    }

    @Deprecated
    @Override
    public void undeploy(Descriptor descriptor) {
        throw new IllegalStateException("a WAR is undeployed, not a descriptor");
    }
}
