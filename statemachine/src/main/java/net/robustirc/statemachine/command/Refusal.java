package net.robustirc.statemachine.command;

import java.util.List;
import net.robustirc.irc.Numeric;

/**
 * Why a command is refused: the numeric that tells its sender.
 *
 * @param words parameters between the sender's name and the text
 */
record Refusal(Numeric numeric, List<String> words, String text) {
    static Refusal of(Numeric numeric, String... words) {
        return new Refusal(numeric, List.of(words), numeric.text());
    }
}
