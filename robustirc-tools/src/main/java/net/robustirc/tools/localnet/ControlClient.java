package net.robustirc.tools.localnet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import net.robustirc.tools.ToolException;

/** Gives orders to a running localnet. */
final class ControlClient {
    static final String DONE = "ok";
    private static final int MAX_WAIT_MILLIS = 120_000;

    private ControlClient() {}

    /** Returns when the order is carried out. */
    static void restart(Layout layout, String node) {
        String answer;
        try {
            String[] portAndToken = Files.readString(layout.control()).trim().split(" ");
            answer = ask(Integer.parseInt(portAndToken[0]), portAndToken[1] + " restart " + node);
        } catch (NoSuchFileException | ConnectException e) {
            throw new ToolException("No localnet runs in " + layout.directory() + ".", e);
        } catch (IOException e) {
            throw new ToolException("The localnet did not answer: " + e.getMessage() + ".", e);
        }
        if (!answer.equals(DONE)) {
            throw new ToolException(answer);
        }
    }

    private static String ask(int port, String order) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MAX_WAIT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write((order + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            String answer =
                    new BufferedReader(
                                    new InputStreamReader(
                                            socket.getInputStream(), StandardCharsets.UTF_8))
                            .readLine();
            return answer == null ? "The localnet ended meanwhile." : answer;
        }
    }
}
