package net.robustirc.tools.localnet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.robustirc.tools.tls.NodeFiles;

/**
 * The command lines of a localnet's processes.
 *
 * @param java the program, of the JVM that runs this
 */
record Commands(
        Path java,
        Installation installation,
        Layout layout,
        NetworkFile network,
        Ports ports,
        NodeJvm nodeJvm) {

    static final String HOST = "127.0.0.1";

    /** Run by the Java that runs this. */
    static Commands of(
            Installation installation, Layout layout, NetworkFile network, NodeJvm nodeJvm) {
        return new Commands(
                runningJava(), installation, layout, network, Preparation.ports(network), nodeJvm);
    }

    static Path runningJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** A Jetty with the unpacked WAR. */
    List<String> node(int number, NodeFiles files, NodeProgram program) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(program.archiveOptions());
        command.addAll(nodeJvm.options());
        command.add("-Drobustirc.network.name=" + network.networkName());
        command.add("-Drobustirc.network.password.file=" + layout.passwordFile());
        command.add("-Drobustirc.data.dir=" + layout.data(number));
        command.add("-Drobustirc.public.address=localhost:" + ports.http(number));
        command.add("-Drobustirc.raft.tls.key=" + files.key());
        command.add("-Drobustirc.raft.tls.certificate=" + files.certificate());
        command.add("-Drobustirc.raft.tls.ca=" + layout.tls().resolve("ca.pem"));
        command.addAll(program.jetty().with(jettyProperties(number, files, program.war())));
        return command;
    }

    private Map<String, String> jettyProperties(int number, NodeFiles files, Path war) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("jetty.ssl.host", HOST);
        properties.put("jetty.ssl.port", String.valueOf(ports.http(number)));
        properties.put("jetty.sslContext.keyStorePath", files.keyStore().toString());
        properties.put("jetty.sslContext.keyStorePassword", network.keyStorePassword());
        properties.put("jetty.robustirc.war", war.toString());
        properties.put("jetty.robustirc.work", layout.node(number).resolve("work").toString());
        return properties;
    }

    List<String> bridge(Path jar) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(List.of("-Xms16m", "-Xmx128m", "-XX:+UseSerialGC"));
        command.add("-jar");
        command.add(jar.toString());
        command.add("-network=" + servers());
        command.add("-listen=" + HOST + ":" + ports.irc());
        command.add("-tls_ca_file=" + layout.tls().resolve("ca.pem"));
        return command;
    }

    private String servers() {
        return IntStream.rangeClosed(1, network.nodes())
                .mapToObj(node -> "localhost:" + ports.http(node))
                .collect(Collectors.joining(","));
    }
}
