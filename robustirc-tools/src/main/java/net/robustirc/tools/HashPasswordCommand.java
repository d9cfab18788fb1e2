package net.robustirc.tools;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Hashes a password for the network configuration. */
@Command(
        name = "hash-password",
        description = {
            "Hashes a password of an operator or of services for the network configuration.",
            "Asks for it, or reads one line of standard input. Prints the hash."
        },
        mixinStandardHelpOptions = true)
final class HashPasswordCommand implements Callable<Integer> {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KB = 19_456;
    private static final int PASSES = 2;
    private static final int BCRYPT_COST = 11;

    /** What stands behind it would count for nothing. */
    private static final int BCRYPT_LONGEST_BYTES = 72;

    /** The whole line must fit into the 510 bytes of an IRC line, {@code OPER name} included. */
    private static final int LONGEST_BYTES = 400;

    @Spec private CommandSpec spec;

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            defaultValue = "argon2id",
            description = "argon2id or bcrypt. Default: ${DEFAULT-VALUE}.")
    private String algorithm;

    private final InputStream in;

    HashPasswordCommand() {
        this(System.in);
    }

    HashPasswordCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        boolean bcrypt = algorithm.equals("bcrypt");
        if (!bcrypt && !algorithm.equals("argon2id")) {
            throw new ParameterException(
                    spec.commandLine(), "The algorithm is argon2id or bcrypt, not " + algorithm);
        }
        byte[] password = password().getBytes(StandardCharsets.UTF_8);
        int longest = bcrypt ? BCRYPT_LONGEST_BYTES : LONGEST_BYTES;
        if (password.length == 0 || password.length > longest) {
            throw new ToolException(
                    "A password for " + algorithm + " has 1 to " + longest + " bytes.");
        }
        spec.commandLine().getOut().println(bcrypt ? bcrypt(password) : argon2id(password));
        return 0;
    }

    private String password() throws IOException {
        Console console = System.console();
        if (console != null && atTerminal(Console.class, console)) {
            char[] first = console.readPassword("Password: ");
            char[] second = console.readPassword("Again: ");
            if (first == null || second == null || !new String(first).equals(new String(second))) {
                throw new ToolException("That was not the same password twice.");
            }
            return new String(first);
        }
        String line =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }

    /**
     * Whether somebody can be asked. From JDK 22 on there may be a console though the input comes
     * from elsewhere, and it can tell so; before, there is one only at a terminal.
     *
     * @param type the public class of the console
     */
    static <T> boolean atTerminal(Class<T> type, T console) throws IOException {
        try {
            return (boolean) type.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IOException("The console does not say what it is", e);
        }
    }

    private static byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    private static String bcrypt(byte[] password) {
        return OpenBSDBCrypt.generate("2b", password, salt(), BCRYPT_COST);
    }

    private static String argon2id(byte[] password) {
        byte[] salt = salt();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(MEMORY_KB)
                        .withIterations(PASSES)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password, hash);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                .formatted(
                        MEMORY_KB,
                        PASSES,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }
}
