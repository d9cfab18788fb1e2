package net.robustirc.statemachine.config;

import java.util.List;
import java.util.Optional;

/**
 * Who may be an IRC operator or link services. Passwords are compared by the web application, never
 * here (design D14).
 *
 * @param services passwords of services links, hashed or plain
 */
public record IrcAccounts(
        List<Operator> operators, List<OperatorClass> classes, List<String> services) {
    public static final IrcAccounts NONE = new IrcAccounts(List.of(), List.of(), List.of());

    public IrcAccounts {
        operators = List.copyOf(operators);
        classes = List.copyOf(classes);
        services = List.copyOf(services);
    }

    /**
     * An account for OPER.
     *
     * @param password hashed or plain
     * @param operatorClass name of its class; empty: it may do everything
     */
    public record Operator(String name, String password, String operatorClass) {}

    /**
     * What operators of a class may do.
     *
     * @param privileges bits of {@link Privilege}
     */
    public record OperatorClass(String name, int privileges) {}

    /** The account with exactly that name. */
    public Optional<Operator> operator(String name) {
        return operators.stream().filter(operator -> operator.name().equals(name)).findFirst();
    }

    /** The password of that account, if there is one: hashed or plain. */
    public Optional<String> password(String name) {
        return operator(name).map(Operator::password);
    }

    /** Whether that account exists and may do that. */
    public boolean allows(String account, Privilege privilege) {
        return operator(account)
                .filter(operator -> (privileges(operator) & privilege.bit()) != 0)
                .isPresent();
    }

    /** Bits of all that an operator may do; none if his class does not exist. */
    private int privileges(Operator operator) {
        String name = operator.operatorClass();
        return name.isEmpty()
                ? Privilege.ALL
                : classes.stream()
                        .filter(other -> other.name().equals(name))
                        .findFirst()
                        .map(OperatorClass::privileges)
                        .orElse(0);
    }
}
