package io.crossdock.local.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** How many columns a line has. */
final class TerminalWidth {

    static final int USUAL = 120;
    private static final int NARROWEST = 40;

    private TerminalWidth() {}

    /** As {@code COLUMNS} says, else as wide as the terminal of this process is, else {@value #USUAL}. */
    static int columns(Map<String, String> environment) {
        int asked = number(environment.getOrDefault("COLUMNS", ""));
        int columns = asked > 0 ? asked : ofTerminal();
        return columns > 0 ? Math.max(NARROWEST, columns) : USUAL;
    }

    private static int ofTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return number(said.substring(said.indexOf(' ') + 1));
        } catch (IOException e) {
            // No terminal, as in a cron job, or no stty.
            return 0;
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
