package net.robustirc.tools.localnet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    static Path runningJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** A Jetty with the unpacked WAR. */
    List<String> node(int number, NodeFiles files, Path war) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(nodeJvm.options());
        command.add("-Drobustirc.network.name=" + network.networkName());
        command.add("-Drobustirc.network.password.file=" + layout.passwordFile());
        command.add("-Drobustirc.data.dir=" + layout.data(number));
        command.add("-Drobustirc.public.address=localhost:" + ports.http(number));
        command.add("-Drobustirc.raft.tls.key=" + files.key());
        command.add("-Drobustirc.raft.tls.certificate=" + files.certificate());
        command.add("-Drobustirc.raft.tls.ca=" + layout.tls().resolve("ca.pem"));
        command.add("-jar");
        command.add(installation.jettyHome().resolve("start.jar").toString());
        command.add("jetty.home=" + installation.jettyHome());
        command.add("jetty.base=" + installation.jettyBase());
        command.add("jetty.ssl.host=" + HOST);
        command.add("jetty.ssl.port=" + ports.http(number));
        command.add("jetty.sslContext.keyStorePath=" + files.keyStore());
        command.add("jetty.sslContext.keyStorePassword=" + network.keyStorePassword());
        command.add("jetty.robustirc.war=" + war);
        command.add("jetty.robustirc.work=" + layout.node(number).resolve("work"));
        return command;
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
