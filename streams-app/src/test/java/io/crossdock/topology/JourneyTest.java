package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.codec.AvroJson;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OutKind;
import io.crossdock.contract.OutMessage;
import io.crossdock.contract.ReceiptOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories as data, in {@code src/test/resources/journeys}: what the systems say, and what must come of it in any order. */
class JourneyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHUFFLES = 6;

    static Stream<Path> journeys() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/journeys"))) {
            // -Dcrossdock.journey=05 plays one story alone.
            String wanted = System.getProperty("crossdock.journey", "");
            return files.filter(file -> file.getFileName().toString().startsWith(wanted)).sorted().toList().stream();
        }
    }

    static Stream<Arguments> shuffledJourneys() throws IOException {
        return journeys()
                .flatMap(file -> IntStream.rangeClosed(1, SHUFFLES).mapToObj(seed -> Arguments.of(file, seed)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("journeys")
    void shouldEndAsToldWhenEventsComeInOrder(Path file) throws IOException {
        // Given:
        JsonNode journey = JSON.readTree(file.toFile());

        // When:
        try (Flow flow = new Flow()) {
            List<JsonNode> steps = new ArrayList<>();
            journey.get("steps").forEach(steps::add);
            play(flow, steps);
            flow.settles();

            // Then:
            expectEnd(flow, journey.get("expect"));
            assertThat(flow.told().stream().map(OutMessage::getIdempotencyKey))
                    .as("no version is told twice")
                    .doesNotHaveDuplicates();
            JsonNode told = journey.get("expect").path("told");
            if (told.isObject()) {
                List<OutMessage> messages = flow.told().stream()
                        .filter(message -> message.getKind() == OutKind.STATE)
                        .toList();
                assertThat(messages).isNotEmpty();
                JsonNode payload = JSON.readTree(messages.getLast().getPayload());
                told.properties()
                        .forEach(field -> assertThat(payload.get(field.getKey()))
                                .as(field.getKey())
                                .isEqualTo(field.getValue()));
            }
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("shuffledJourneys")
    void shouldEndTheSameWhenEventsAreShuffledAndRepeated(Path file, int seed) throws IOException {
        // Given: the same statements in another order, some of them twice; the target answers all it is sent
        JsonNode journey = JSON.readTree(file.toFile());
        List<JsonNode> steps = new ArrayList<>();
        journey.get("steps").forEach(step -> {
            if (step.has("lands")) {
                steps.add(versioned(step, steps.size() + 1));
            }
        });
        Random random = new Random(seed);
        List<JsonNode> repeated =
                steps.stream().filter(step -> random.nextInt(4) == 0).toList();
        steps.addAll(repeated);
        Collections.shuffle(steps, random);

        // When:
        try (Flow flow = new Flow()) {
            play(flow, steps);

            // Then:
            expectEnd(flow, journey.get("expect"));
        }
    }

    private static void play(Flow flow, List<JsonNode> steps) {
        int version = 0;
        for (JsonNode step : steps) {
            version++;
            if (step.has("answers")) {
                flow.answers(ReceiptOutcome.valueOf(step.get("answers").asText()));
            } else {
                String entity = step.get("lands").asText();
                String op = step.path("op").asText("u");
                long at = step.path("version").asLong(version);
                flow.lands(
                        RawRows.topic(entity),
                        RawRows.key(entity, step.get("row")),
                        RawRows.value(entity, step.get("row"), op, at));
            }
        }
    }

    /** A step keeps the version its place in the story gives it, wherever it is shuffled to. */
    private static JsonNode versioned(JsonNode step, int version) {
        return step.has("version") ? step : ((ObjectNode) step.deepCopy()).put("version", version);
    }

    private static void expectEnd(Flow flow, JsonNode expected) {
        Map<String, @Nullable OrderStatus> orders = new LinkedHashMap<>();
        for (KeyValue<String, OrderStatus> status : flow.statuses()) {
            orders.put(status.key, status.value);
        }
        List<OrderStatus> alive = new ArrayList<>();
        orders.values().forEach(status -> {
            if (status != null) {
                alive.add(status);
            }
        });
        assertThat(flow.deadLetters()).isEmpty();
        assertThat(alive.stream().map(OrderStatus::getRoot))
                .as("orders that stand")
                .containsExactlyInAnyOrderElementsOf(names(expected.get("orders")));
        for (OrderStatus status : alive) {
            JsonNode wanted = expected.get("orders").get(status.getRoot());
            ObjectNode shown = AvroJson.of(status);
            assertThat(shown.get("status").asText())
                    .as(status.getRoot())
                    .isEqualTo(wanted.get("status").asText());
            wanted.path("lines").properties().forEach(line -> {
                JsonNode quantities = line(shown, line.getKey()).get("quantities");
                line.getValue()
                        .properties()
                        .forEach(quantity -> assertThat(
                                        quantities.path(quantity.getKey()).asText())
                                .as(status.getRoot() + " line " + line.getKey() + " " + quantity.getKey())
                                .isEqualTo(quantity.getValue().asText()));
            });
            if (wanted.has("shipments")) {
                List<String> shipments = new ArrayList<>();
                shown.get("shipments")
                        .forEach(s -> shipments.add(
                                s.get("id").asText() + " " + s.get("state").asText()));
                assertThat(shipments).containsExactlyElementsOf(texts(wanted.get("shipments")));
            }
        }
    }

    private static JsonNode line(JsonNode order, String number) {
        for (JsonNode line : order.get("lines")) {
            if (line.get("line").asText().equals(number)) {
                return line;
            }
        }
        throw new AssertionError("No line " + number + " in " + order.toPrettyString());
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
