package net.robustirc.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class HashPasswordCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String input, String... arguments) {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new CommandLine(new HashPasswordCommand(in))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void argon2id_isTheDefault_andHoldsThePassword() {
        assertThat(run("grüße\n")).isZero();

        String[] parts = out.toString().strip().split("\\$");
        assertThat(parts).startsWith("", "argon2id", "v=19", "m=19456,t=2,p=1").hasSize(6);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withMemoryAsKB(19_456)
                        .withIterations(2)
                        .withParallelism(1)
                        .withSalt(Base64.getDecoder().decode(parts[4]))
                        .build());
        byte[] hash = new byte[32];
        generator.generateBytes("grüße".getBytes(StandardCharsets.UTF_8), hash);
        assertThat(Base64.getDecoder().decode(parts[5])).isEqualTo(hash);
    }

    @Test
    void bcrypt_holdsThePassword_withASaltOfItsOwn() {
        run("sesame", "--algorithm", "bcrypt");
        run("sesame", "--algorithm", "bcrypt");

        String[] hashes = out.toString().strip().split("\\R");
        assertThat(hashes)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(h -> h.startsWith("$2b$11$"));
        byte[] sesame = "sesame".getBytes(StandardCharsets.UTF_8);
        assertThat(OpenBSDBCrypt.checkPassword(hashes[0], sesame)).isTrue();
    }

    /** A console of JDK 22 to 24, where there is one also when the input is redirected. */
    public record NewConsole(boolean isTerminal) {}

    @Test
    void consoleThatIsNoTerminal_isNotAsked() throws IOException {
        assertThat(HashPasswordCommand.atTerminal(NewConsole.class, new NewConsole(false)))
                .isFalse();
        assertThat(HashPasswordCommand.atTerminal(NewConsole.class, new NewConsole(true))).isTrue();
    }

    @Test
    void consoleThatCannotTell_isATerminal() throws IOException {
        assertThat(HashPasswordCommand.atTerminal(Object.class, "of JDK 17")).isTrue();
    }

    @Test
    void whatCannotBeHashed_isRefused() {
        assertThat(run("")).isEqualTo(1);
        assertThat(run("x".repeat(73), "--algorithm", "bcrypt")).isEqualTo(1);
        assertThat(run("x", "--algorithm", "md5")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }
}
