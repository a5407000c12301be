package io.crossdock.local.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the file {@code kill-point} and kills this process when the armed record comes by. */
final class Trigger {
    private static final Logger LOG = LoggerFactory.getLogger(KillAtPoint.class);
    private static final long LOOK_EVERY_MS = 50;

    private final Path file;
    private volatile @Nullable Armed armed;

    private record Armed(Point point, String key) {}

    Trigger(Path file) {
        this.file = file;
    }

    /** The trigger of this JVM; its file is in the directory that the launcher gives as {@code crossdock.run}. */
    static Trigger ofThisProcess() {
        Trigger trigger = new Trigger(Path.of(System.getProperty("crossdock.run", "."), KillAtPoint.FILE));
        Thread.ofPlatform().name("kill-point").daemon().start(trigger::watch);
        return trigger;
    }

    /** True if this record, at this point, is the one. */
    boolean meets(Point point, @Nullable Object key) {
        Armed now = armed;
        return now != null
                && now.point() == point
                && key != null
                && key.toString().startsWith(now.key());
    }

    /** Disarms itself, says where, and kills the process; never returns. */
    void kill(Point point, String coordinates, Object key) {
        try {
            Files.deleteIfExists(file);
            LOG.warn("KILL POINT {} at {} of {}", point.text(), coordinates, key);
            new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            LOG.error("The process cannot be killed: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The signal is on its way; nothing more may be committed meanwhile.
        Runtime.getRuntime().halt(137);
    }

    private void watch() {
        try {
            while (true) {
                armed = read().orElse(null);
                Thread.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The point and key in the file; nothing if there is no file or it says something else. */
    private Optional<Armed> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] words = Files.readString(file).strip().split("\\s+", 2);
            return words.length < 2 ? Optional.empty() : Point.named(words[0]).map(point -> new Armed(point, words[1]));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
