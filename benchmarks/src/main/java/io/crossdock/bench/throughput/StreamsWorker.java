package io.crossdock.bench.throughput;

import io.crossdock.config.Settings;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Workspace;
import io.crossdock.observe.LagRecorder;
import io.crossdock.observe.RecentLag;
import io.crossdock.runtime.Assembly;
import io.crossdock.runtime.StreamsSettings;
import io.crossdock.systems.Systems;
import io.crossdock.topology.RegistrySerdes;
import io.crossdock.topology.Serdes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/**
 * The process that is measured: {@code StreamsWorker <variant> <partitions> <instance> <recipe> <raw records of the recipe>}, the last two
 * for a pipe only; for Crossdock, how long an order is quiet until it is archived, if not as usual. Reads commands line by line and answers each with one line: {@code pause} · {@code settle} · {@code drain <at least> <recording or ->} · {@code stop}.
 */
public final class StreamsWorker {

    /** Said instead of the file of a recording. */
    static final String NO_RECORDING = "-";

    private final KafkaStreams streams;
    private final Meters meters;

    private StreamsWorker(KafkaStreams streams) {
        this.streams = streams;
        this.meters = new Meters(streams);
    }

    /** Runs one variant until it is told to stop. */
    public static void main(String[] args) throws IOException, ParseException {
        endWithParent();
        Variant variant = Variant.valueOf(args[0]);
        Settings settings = settings(variant, args);
        Properties config = StreamsSettings.of(settings);
        Systems systems = Systems.load(Workspace.current().connectors());
        Topology topology;
        if (variant == Variant.CROSSDOCK) {
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            topology = new Assembly(settings, systems)
                    .topology(
                            config,
                            Serdes.of(new RegistrySerdes(Port.REGISTRY.url() + "/apis/registry/v3")),
                            registry,
                            new LagRecorder(registry, new RecentLag()));
        } else {
            topology = new Pipe(Recipe.read(Path.of(args[3])), variant, Long.parseLong(args[4]))
                    .build(new TopologyConfig(new StreamsConfig(config)), systems.rawTopics());
        }
        KafkaStreams streams = new KafkaStreams(topology, config);
        streams.setUncaughtExceptionHandler(failure -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
            throw new IllegalStateException(failure);
        });
        streams.start();
        while (streams.state() != KafkaStreams.State.RUNNING) {
            Meters.sleep(20);
        }
        new StreamsWorker(streams).obey();
    }

    /** Whoever measures may be killed while this one is at work, and hears nothing. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            var unused = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
        });
    }

    /** Those of an instance of the application, with a group and a state directory of its own. */
    private static Settings settings(Variant variant, String[] args) {
        String instance = args[2];
        Workspace workspace = Workspace.current();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(Workspace.CONNECTORS, workspace.connectors().toString());
        environment.put(
                "CROSSDOCK_STATE_DIR", state(workspace, variant, instance).toString());
        environment.put("CROSSDOCK_INSTANCE", instance);
        // Whoever comes takes its share at once, however much it has to restore first.
        environment.put("CROSSDOCK_STREAMS_ACCEPTABLE_RECOVERY_LAG", String.valueOf(Integer.MAX_VALUE));
        // What was another's after all is not counted as state.
        environment.put("CROSSDOCK_STREAMS_STATE_CLEANUP_DELAY_MS", "1000");
        environment.put("CROSSDOCK_PARTITIONS", args[1]);
        if (variant == Variant.CROSSDOCK && args.length > 3) {
            environment.put("CROSSDOCK_ARCHIVE_AFTER", args[3]);
        }
        environment.put("CROSSDOCK_STREAMS_APPLICATION_ID", variant.topic("crossdock"));
        return Settings.from(environment);
    }

    /** Where an instance of a variant keeps its state. */
    static Path state(Workspace workspace, Variant variant, String instance) {
        return workspace.data().resolve("worker-" + variant + "-" + instance);
    }

    private void obey() throws IOException, ParseException {
        say("running");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && !line.equals("stop"); line = in.readLine()) {
            List<String> words = List.of(line.split(" ", -1));
            switch (words.getFirst()) {
                case "pause" -> {
                    streams.pause();
                    say("paused");
                }
                case "settle" -> say(meters.settle());
                case "drain" -> say(drain(Long.parseLong(words.get(1)), words.get(2)));
                default -> say("unknown " + line);
            }
        }
        streams.close(Duration.ofSeconds(10));
    }

    private String drain(long atLeast, String recording) throws IOException, ParseException {
        if (recording.equals(NO_RECORDING)) {
            return meters.drain(atLeast);
        }
        try (Recording profile = new Recording(Configuration.getConfiguration("profile"))) {
            profile.start();
            String answer = meters.drain(atLeast);
            profile.stop();
            profile.dump(Path.of(recording));
            return answer;
        }
    }

    private static void say(String line) {
        System.out.println("worker: " + line);
        System.out.flush();
    }
}
