package net.robustirc.tools.localnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.robustirc.tools.ToolException;

/**
 * How Jetty is started without its {@code start.jar}, which takes a fifth of a node's start to work
 * this out.
 *
 * @param options of the JVM, with the class path
 * @param arguments of {@link #MAIN}: first properties as {@code NAME=VALUE}, then XML files
 */
record JettyCommand(List<String> options, List<String> arguments) {
    static final String MAIN = "org.eclipse.jetty.xml.XmlConfiguration";

    JettyCommand {
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    /**
     * Reads what {@code start.jar --dry-run} says.
     *
     * @param dryRun for a shell, without the program
     */
    static JettyCommand parse(String dryRun) {
        List<String> words = ShellWords.split(dryRun);
        int main = words.indexOf(MAIN);
        if (main < 0) {
            throw new ToolException("Jetty's dry run names no " + MAIN + ": " + dryRun.strip());
        }
        return new JettyCommand(words.subList(0, main), words.subList(main + 1, words.size()));
    }

    /** Options, main class and arguments; these properties count instead of Jetty's own. */
    List<String> with(Map<String, String> properties) {
        List<String> command = new ArrayList<>(options);
        command.add(MAIN);
        properties.forEach((name, value) -> command.add(name + "=" + value));
        arguments.stream()
                .filter(argument -> !properties.containsKey(propertyName(argument)))
                .forEach(command::add);
        return command;
    }

    /** The whole argument where it is no property. */
    private static String propertyName(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0 ? argument : argument.substring(0, equals);
    }
}
