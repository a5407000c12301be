package io.crossdock.local.database;

import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A program that is run to its end.
 *
 * @param words program and arguments
 */
record Command(List<String> words) {

    private static final int SHOWN = 2_000;

    Command {
        words = List.copyOf(words);
    }

    /**
     * Runs it.
     *
     * @param input what it reads; here a secret may be, unlike in the words
     * @throws StackFailure with what it said, if it fails
     */
    void run(String input) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            // Reads what it says while it is fed: either pipe may fill.
            StringBuilder said = new StringBuilder();
            Thread reader = Thread.ofVirtual().start(() -> read(process, said));
            try (OutputStream out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
            }
            int code = process.waitFor();
            reader.join();
            if (code != 0) {
                String text = said.toString();
                throw new StackFailure(words.getFirst() + " … " + words.getLast() + " failed with exit code " + code
                        + ":\n" + text.substring(Math.max(0, text.length() - SHOWN)));
            }
        } catch (IOException e) {
            throw new StackFailure(words.getFirst() + " cannot be run: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while running " + words.getFirst() + ".", e);
        }
    }

    private static void read(Process process, StringBuilder said) {
        try {
            said.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            said.append(e.getMessage());
        }
    }
}
