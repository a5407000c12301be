package io.crossdock.local.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * How much fits on the terminal.
 *
 * @param rows lines; {@link Integer#MAX_VALUE} where there is no terminal
 * @param columns columns of a line
 */
record TerminalSize(int rows, int columns) {

    static final int USUAL_COLUMNS = 120;
    private static final int NARROWEST = 40;

    /** As wide as {@code COLUMNS} says, else as the terminal of this process is, else {@value #USUAL_COLUMNS}. */
    static TerminalSize of(Map<String, String> environment) {
        String[] stty = stty().split(" ", 2);
        int rows = stty.length == 2 ? number(stty[0]) : 0;
        int asked = number(environment.getOrDefault("COLUMNS", ""));
        int columns = asked == 0 && stty.length == 2 ? number(stty[1]) : asked;
        return new TerminalSize(
                rows > 0 ? rows : Integer.MAX_VALUE, columns > 0 ? Math.max(NARROWEST, columns) : USUAL_COLUMNS);
    }

    /** Rows and columns; empty without a terminal, as in a cron job, or without stty. */
    private static String stty() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
