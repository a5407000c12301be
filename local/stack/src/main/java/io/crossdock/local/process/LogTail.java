package io.crossdock.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a process's log, to show why it ended. */
public final class LogTail {

    private static final int READ_AT_MOST = 16 * 1024;

    private LogTail() {}

    /** The last {@code lines} lines, each on a line of its own and indented; empty if there is no log. */
    public static String of(Path log, int lines) {
        if (!Files.exists(log)) {
            return "";
        }
        try (var file = Files.newByteChannel(log)) {
            file.position(Math.max(0, file.size() - READ_AT_MOST));
            var buffer = java.nio.ByteBuffer.allocate(READ_AT_MOST);
            while (file.read(buffer) > 0) {
                // a short read is not the end
            }
            List<String> all = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(
                    "",
                    all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                            .map(line -> "\n    " + line)
                            .toList());
        } catch (IOException e) {
            return "\n    (" + log + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
