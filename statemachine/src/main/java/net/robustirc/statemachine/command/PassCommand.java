package net.robustirc.statemachine.command;

/** PASS: this network asks nobody for a password, so it is taken and forgotten. RFC 2812 3.1.1. */
final class PassCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.unregistered("PASS", 1);
    }

    @Override
    public void run(Call call) {
        Registration.attempt(call);
    }
}
