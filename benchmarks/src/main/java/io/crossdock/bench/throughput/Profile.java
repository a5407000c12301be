package io.crossdock.bench.throughput;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the time went, from the execution samples of a recording. */
final class Profile {

    private static final int SHOWN = 40;

    private Profile() {}

    /** Prints the frames that ran most, whom of us they ran for, and our methods that most samples were below of. */
    static void print(Path recording, PrintStream out) {
        Map<String, Integer> top = new HashMap<>();
        Map<String, Integer> nearest = new HashMap<>();
        Map<String, Integer> below = new HashMap<>();
        int samples = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    samples++;
                    List<RecordedFrame> frames = event.getStackTrace().getFrames();
                    top.merge(name(frames.getFirst()), 1, Integer::sum);
                    Set<String> ours = new LinkedHashSet<>();
                    frames.stream().filter(Profile::isOurs).map(Profile::name).forEach(ours::add);
                    ours.stream().findFirst().ifPresent(name -> nearest.merge(name, 1, Integer::sum));
                    ours.forEach(name -> below.merge(name, 1, Integer::sum));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        table(out, "frame on top", top, samples);
        table(out, "our frame nearest to the top", nearest, samples);
        table(out, "our frame anywhere", below, samples);
    }

    private static void table(PrintStream out, String what, Map<String, Integer> counts, int samples) {
        out.println();
        out.println("| " + what + " | share of " + samples + " samples |");
        out.println("|---|---|");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(each -> out.printf(
                        Locale.ROOT, "| %s | %.1f %% |%n", each.getKey(), 100.0 * each.getValue() / samples));
        out.flush();
    }

    private static boolean isOurs(RecordedFrame frame) {
        return frame.getMethod().getType().getName().startsWith("io.crossdock");
    }

    private static String name(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return type.substring(type.lastIndexOf('.', type.lastIndexOf('.') - 1) + 1) + "."
                + frame.getMethod().getName();
    }
}
