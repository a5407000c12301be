package io.crossdock.local.demo;

import io.crossdock.local.fault.KillAtPoint;
import io.crossdock.local.fault.Point;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Has the application killed at one point of the story, and finds the line in its log that proves where. */
final class Killer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long TIME_TO_NOTICE_MS = 300;

    private final Workspace workspace;
    private final @Nullable Point point;
    private final App app;
    private final Timeline timeline;
    private long logLength;

    Killer(Workspace workspace, @Nullable Point point, App app, Timeline timeline) {
        this.workspace = workspace;
        this.point = point;
        this.app = app;
        this.timeline = timeline;
    }

    /** Arms the point for the next record with that key, if it is the one that was asked for; true if so. */
    boolean arm(Point candidate, String key) {
        if (candidate != point) {
            return false;
        }
        try {
            logLength = Files.exists(log()) ? Files.size(log()) : 0;
            Path file = workspace.run().resolve(KillAtPoint.FILE);
            Files.writeString(file, point.text() + " " + key);
        } catch (IOException e) {
            throw new StackFailure("The kill point cannot be armed: " + e.getMessage() + ".", e);
        }
        Pause.millis(TIME_TO_NOTICE_MS);
        timeline.violence("kill -9", "armed: " + point.text() + " of " + key);
        return true;
    }

    /**
     * Waits until the application has died there and answers again.
     *
     * @throws StackFailure if it does not die, or does not come back
     */
    void awaitDeathAndReturn() {
        long died = await("did not die at the point that was armed", () -> !proof().isEmpty());
        timeline.violence("kill -9", "the log says: " + proof());
        await("does not answer any more", () -> !app.isReady());
        await("did not come back", app::isReady);
        timeline.note(
                "app",
                "answers again, " + Duration.ofNanos(System.nanoTime() - died).toMillis() + " ms after its death");
    }

    private long await(String otherwise, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                disarm();
                throw new StackFailure(
                        "The application " + otherwise + " within " + PATIENCE.toSeconds() + " s: see " + log() + ".");
            }
            Pause.millis(20);
        }
        return System.nanoTime();
    }

    private void disarm() {
        Workspace.delete(workspace.run().resolve(KillAtPoint.FILE));
    }

    /** The line of the log, written since the point was armed; empty if there is none yet. */
    private String proof() {
        try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
            file.seek(Math.min(logLength, file.length()));
            byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("KILL POINT"))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private Path log() {
        return workspace.logs().resolve("app.log");
    }
}
