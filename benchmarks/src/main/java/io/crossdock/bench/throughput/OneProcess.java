package io.crossdock.bench.throughput;

import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryVersionCoordinates;
import io.crossdock.config.Settings;
import io.crossdock.local.layout.Workspace;
import io.crossdock.observe.LagRecorder;
import io.crossdock.observe.RecentLag;
import io.crossdock.runtime.Assembly;
import io.crossdock.runtime.StreamsSettings;
import io.crossdock.systems.Systems;
import io.crossdock.topology.RegistrySerdes;
import io.crossdock.topology.Serdes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The whole topology under a test driver: every stage, store and serde, no broker. */
final class OneProcess implements AutoCloseable {

    private final Path state;
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<String, byte[]>> topics = new HashMap<>();

    OneProcess(Systems systems) {
        Properties config = StreamsSettings.of(Settings.from(Map.of()));
        config.remove("main.consumer.group.instance.id");
        try {
            state = Files.createTempDirectory("crossdock-event");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        config.put("state.dir", state.toString());
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        driver = new TopologyTestDriver(
                new Assembly(Settings.from(Map.of()), systems)
                        .topology(
                                config,
                                Serdes.of(new RegistrySerdes("http://in.memory", registry())),
                                metrics,
                                new LagRecorder(metrics, new RecentLag())),
                config);
    }

    /** A raw record lands and is followed until nobody has anything more to say. */
    void take(RawFact raw) {
        topics.computeIfAbsent(
                        raw.topic(),
                        topic -> driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer()))
                .pipeInput(raw.key(), raw.value().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        driver.close();
        Workspace.delete(state);
    }

    /** Gives out ids and reads schemas by them; the serdes ask nothing else. */
    private static RegistryClientFacade registry() {
        List<String> schemas = new ArrayList<>();
        return (RegistryClientFacade) Proxy.newProxyInstance(
                OneProcess.class.getClassLoader(),
                new Class<?>[] {RegistryClientFacade.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSchemaByContentId" -> schemas.get((int) ((Long) arguments[0] - 1));
                    case "createSchema" -> {
                        String schema = (String) arguments[6];
                        if (!schemas.contains(schema)) {
                            schemas.add(schema);
                        }
                        long id = schemas.indexOf(schema) + 1L;
                        yield RegistryVersionCoordinates.create(id, id, "default", (String) arguments[2], "1");
                    }
                    case "searchVersionsByContent", "getReferencesByContentId" -> List.of();
                    default -> throw new IllegalStateException("The serdes do not ask for " + method.getName());
                });
    }
}
