package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.TopologyException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.junit.jupiter.api.Test;

/** What the topology is, approved in {@code topology.txt}: a change of it changes the state's names on a running cluster. */
class TopologyTest {

    private static final Path APPROVED = Path.of("src/test/resources/topology.txt");
    private static final Pattern LIST = Pattern.compile("\\[([^]]*)]");
    private static final Pattern NODE = Pattern.compile("(?:Source|Processor|Sink): (\\S+) ");

    @Test
    void shouldBeTheApprovedOne() throws IOException {
        // Given:
        String now = describe();

        // When: -Dcrossdock.approve=true writes what a person then reviews
        if (Boolean.getBoolean("crossdock.approve")) {
            Files.writeString(APPROVED, now);
        }

        // Then:
        assertThat(now).isEqualTo(Files.readString(APPROVED));
    }

    @Test
    void shouldNameEveryNode() {
        // Given:
        Matcher nodes = NODE.matcher(describe());

        // When:
        int count = 0;
        while (nodes.find()) {
            count++;

            // Then: generated names carry a ten-digit number
            assertThat(nodes.group(1)).doesNotMatch(".*-\\d{10}.*");
        }
        assertThat(count).isEqualTo(34);
    }

    @Test
    void shouldRefuseAStoreThatNobodyNamed() {
        // Given: the settings of the application, and a topology that leaves a store's name to chance
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(Flow.config())));
        builder.stream(
                        "in",
                        Consumed.with(
                                org.apache.kafka.common.serialization.Serdes.String(),
                                org.apache.kafka.common.serialization.Serdes.String()))
                .groupBy(
                        (key, value) -> value,
                        Grouped.with(
                                org.apache.kafka.common.serialization.Serdes.String(),
                                org.apache.kafka.common.serialization.Serdes.String()))
                .count();

        // Then:
        assertThatThrownBy(builder::build).isInstanceOf(TopologyException.class);
    }

    private static String describe() {
        Properties config = Flow.config();
        Serdes serdes = Serdes.of(new RegistrySerdes("http://in.memory", new InMemoryRegistry()));
        Topology topology = Flow.topology(config, serdes);
        // Kafka Streams prints sets in no particular order.
        return LIST.matcher(topology.describe().toString())
                .replaceAll(list ->
                        Arrays.stream(list.group(1).split(", ")).sorted().collect(Collectors.joining(", ", "[", "]")));
    }
}
