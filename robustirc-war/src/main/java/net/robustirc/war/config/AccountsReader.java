package net.robustirc.war.config;

import static net.robustirc.war.config.ConfigKey.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.IrcAccounts.Operator;
import net.robustirc.statemachine.config.IrcAccounts.OperatorClass;
import net.robustirc.statemachine.config.Privilege;
import net.robustirc.war.password.StoredPassword;
import net.robustirc.war.settings.Spelling;

/** Reads {@code [IRC]}: operators, their classes, and services. */
final class AccountsReader {
    private final SecretReader secrets;

    AccountsReader(SecretReader secrets) {
        this.secrets = secrets;
    }

    IrcAccounts read(ConfigTable top) throws ConfigException {
        List<String> keys = List.of(OPERATORS, OPERATOR_CLASSES, SERVICES);
        Optional<ConfigTable> irc = top.table(IRC, keys);
        if (irc.isEmpty()) {
            return IrcAccounts.NONE;
        }
        List<OperatorClass> classes = new ArrayList<>();
        for (ConfigTable table : irc.get().tables(OPERATOR_CLASSES, List.of(NAME, PRIVILEGES))) {
            classes.add(operatorClass(table, classes));
        }
        List<Operator> operators = new ArrayList<>();
        for (ConfigTable table : irc.get().tables(OPERATORS, List.of(NAME, PASSWORD, CLASS))) {
            operators.add(operator(table, operators, classes));
        }
        List<String> services = new ArrayList<>();
        for (ConfigTable table : irc.get().tables(SERVICES, List.of(PASSWORD))) {
            services.add(password(table));
        }
        return new IrcAccounts(operators, classes, services);
    }

    private static OperatorClass operatorClass(ConfigTable table, List<OperatorClass> others)
            throws ConfigException {
        ConfigValue name = table.get(NAME);
        String text = name.word();
        if (others.stream().anyMatch(other -> other.name().equals(text))) {
            throw name.wrong("is there twice: " + text);
        }
        int bits = 0;
        for (ConfigValue privilege : table.get(PRIVILEGES).items()) {
            bits |= privilege(privilege).bit();
        }
        return new OperatorClass(text, bits);
    }

    private static Privilege privilege(ConfigValue value) throws ConfigException {
        String text = value.text();
        Optional<Privilege> privilege = Privilege.of(text);
        if (privilege.isEmpty()) {
            List<String> known = Stream.of(Privilege.values()).map(Privilege::text).toList();
            throw new ConfigException(
                    value.position(), text + " is no privilege" + Spelling.hint(text, known));
        }
        return privilege.get();
    }

    /** Hashed, if it begins like a hash; then it must be one. */
    private String password(ConfigTable table) throws ConfigException {
        ConfigValue value = table.get(PASSWORD);
        String password = secrets.read(value, PASSWORD);
        try {
            StoredPassword.of(password);
        } catch (IllegalArgumentException e) {
            throw value.wrong(e.getMessage());
        }
        return password;
    }

    private Operator operator(ConfigTable table, List<Operator> others, List<OperatorClass> classes)
            throws ConfigException {
        ConfigValue name = table.get(NAME);
        String text = name.word();
        if (others.stream().anyMatch(other -> other.name().equals(text))) {
            throw name.wrong("is there twice: " + text);
        }
        String password = password(table);
        String of = table.line(CLASS);
        if (!of.isEmpty() && classes.stream().noneMatch(known -> known.name().equals(of))) {
            List<String> known = classes.stream().map(OperatorClass::name).toList();
            throw table.get(CLASS).wrong("names no class: " + of + Spelling.hint(of, known));
        }
        return new Operator(text, password, of);
    }
}
