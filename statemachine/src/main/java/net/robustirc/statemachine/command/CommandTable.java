package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All commands, by name. */
final class CommandTable {
    private final SortedMap<String, IrcCommand> commands;

    private CommandTable(SortedMap<String, IrcCommand> commands) {
        this.commands = commands;
    }

    /** Every command that clients may use. */
    static CommandTable standard() {
        List<IrcCommand> commands = new ArrayList<>(ServiceAlias.all());
        commands.addAll(
                List.of(
                        new AdminCommand(),
                        new AwayCommand(),
                        new CapCommand(),
                        new GlineCommand("GLINE"),
                        new GlineCommand("KLINE"),
                        new HelpCommand("HELP"),
                        new HelpCommand("HELPOP"),
                        new InfoCommand(),
                        new InviteCommand(),
                        new IsonCommand(),
                        new JoinCommand(),
                        new KickCommand(),
                        new KillCommand(),
                        new KnockCommand(),
                        new LinksCommand(),
                        new ListCommand(),
                        new LusersCommand(),
                        new ModeCommand(),
                        new MonitorCommand(),
                        new MotdCommand(),
                        new NamesCommand(),
                        new NickCommand(),
                        new NoticeCommand(),
                        new OperCommand(),
                        new PartCommand(),
                        new PassCommand(),
                        new PingCommand(),
                        new PongCommand(),
                        new PrivmsgCommand(),
                        new QuitCommand(),
                        new RehashCommand(),
                        new ServerCommand(),
                        new SetnameCommand(),
                        new StatsCommand(),
                        new TimeCommand(),
                        new TopicCommand(),
                        new UnglineCommand("UNGLINE"),
                        new UnglineCommand("UNKLINE"),
                        new UserCommand(),
                        new UserhostCommand(),
                        new VersionCommand(),
                        new WallopsCommand(),
                        new WhoCommand(),
                        new WhoisCommand(),
                        new WhowasCommand()));
        return of(commands);
    }

    /** A table of these commands; no name may occur twice. */
    static CommandTable of(Collection<IrcCommand> commands) {
        SortedMap<String, IrcCommand> byName = new TreeMap<>();
        for (IrcCommand command : commands) {
            if (byName.put(command.spec().name(), command) != null) {
                throw new IllegalArgumentException("two commands " + command.spec().name());
            }
        }
        return new CommandTable(byName);
    }

    Optional<IrcCommand> find(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    Collection<IrcCommand> all() {
        return Collections.unmodifiableCollection(commands.values());
    }
}
