package io.crossdock.bench.throughput;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.LogTail;
import io.crossdock.local.process.ProcessEntry;
import io.crossdock.local.process.StackFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A variant as a process of its own, and the broker beside it: paused, resumed, measured. */
final class Subject implements AutoCloseable {

    private static final String SAYS = "worker: ";

    private final Process process;
    private final ProcessEntry broker;
    private final BufferedReader out;
    private final PrintWriter in;
    private final Path log;

    /**
     * What draining took.
     *
     * @param seconds from resuming to the last record
     * @param processed records read, raw ones and hops
     * @param bytesSent by the variant to the broker, as they went over the wire
     * @param bytesReceived by the variant from the broker
     * @param appCpu CPU seconds of the variant
     * @param brokerCpu CPU seconds of the broker
     */
    record Drained(
            double seconds, long processed, long bytesSent, long bytesReceived, double appCpu, double brokerCpu) {}

    private Subject(Process process, ProcessEntry broker, Path log) {
        this.process = process;
        this.broker = broker;
        this.log = log;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** Starts a variant and waits until it runs; {@code arguments} are those of {@link StreamsWorker}. */
    static Subject start(Workspace workspace, ProcessEntry broker, List<String> arguments) {
        Path log = workspace.logs().resolve("worker-" + arguments.getFirst() + "-" + arguments.get(2) + ".log");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms1g",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.net.preferIPv4Stack=true",
                "-D" + Workspace.PROPERTY + "=" + workspace.root(),
                "-cp",
                System.getProperty("java.class.path"),
                StreamsWorker.class.getName()));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            Subject subject = new Subject(process, broker, log);
            subject.await("running");
            return subject;
        } catch (IOException e) {
            throw new StackFailure("The worker cannot be started: " + e.getMessage() + ".", e);
        }
    }

    /** Stops it from processing; what is written meanwhile waits. */
    void pause() {
        in.println("pause");
        await("paused");
    }

    /** Waits until its stores have written and merged what they took in; seconds that took. */
    long settle() {
        in.println("settle");
        return Long.parseLong(await("settled").split(" ", -1)[1]);
    }

    /** Lets it process until nothing is left; at least so many records must be there. */
    Drained drain(long atLeast, String recording) {
        double app = new ProcessEntry(process.pid()).cpuSeconds();
        double beside = broker.cpuSeconds();
        in.println("drain " + atLeast + " " + recording);
        String[] words = await("drained").split(" ", -1);
        return new Drained(
                Double.parseDouble(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                Long.parseLong(words[4]),
                new ProcessEntry(process.pid()).cpuSeconds() - app,
                broker.cpuSeconds() - beside);
    }

    private String await(String what) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(SAYS + what)) {
                    return line.substring(SAYS.length());
                }
            }
        } catch (IOException e) {
            throw new StackFailure("The worker cannot be heard: " + e.getMessage() + ".", e);
        }
        throw new StackFailure(
                "The worker ended before it was " + what + "; its log " + log + " ends:" + LogTail.of(log, 12));
    }

    @Override
    public void close() {
        in.println("stop");
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
