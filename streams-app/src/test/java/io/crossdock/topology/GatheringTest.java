package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.HistoryEntry;
import io.crossdock.contract.OrderStatus;
import io.crossdock.track.HistoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R201: an order is projected once for all that a moment brings. */
class GatheringTest {

    private static final int SEEDS = 20;

    @Test
    void shouldPublishOnceForAllRowsOfAMoment() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // When
            flow.gathers();
            land(flow, TestOrders.done(1));

            // Then
            assertThat(flow.statuses()).isEmpty();
            assertThat(flow.handsOn().statuses())
                    .hasSizeLessThanOrEqualTo(2)
                    .last()
                    .satisfies(last -> assertThat(last.value.getStatus()).isEqualTo("SHIPPED"));
        }
    }

    @Test
    void shouldTellEveryMilestoneOfAMoment() throws JsonProcessingException {
        // When
        try (Flow flow = atOnce();
                Flow oneByOne = oneByOne()) {
            // Then
            assertThat(milestones(flow)).isEqualTo(milestones(oneByOne)).hasSizeGreaterThan(4);
        }
    }

    @Test
    void shouldTellEveryFactOfAMomentInTheHistory() throws JsonProcessingException {
        // When
        try (Flow flow = atOnce();
                Flow oneByOne = oneByOne()) {
            // Then: a row that changes nothing by itself is told where it comes with others
            assertThat(facts(flow)).containsAll(facts(oneByOne)).hasSizeGreaterThan(5);
        }
    }

    @Test
    void shouldHandOnWhatTheLastLifeHasLeft() throws JsonProcessingException {
        Flow before = new Flow();
        before.gathers();
        land(before, TestOrders.done(1));

        // When: it ends before the beat
        try (Flow after = before.restarted(Duration.ofSeconds(5))) {
            after.passes(Duration.ofMillis(10));

            // Then
            assertThat(after.statuses())
                    .last()
                    .satisfies(last -> assertThat(last.value.getStatus()).isEqualTo("SHIPPED"));
            assertThat(milestones(after)).hasSizeGreaterThan(4);
        }
    }

    @Test
    void shouldAddToWhatTheLastLifeHasLeft() throws JsonProcessingException {
        List<TestOrders.Row> rows = TestOrders.done(1);
        Flow before = new Flow();
        before.gathers();
        land(before, rows.subList(0, 6));

        // When: the next rows come before the first beat of the next life
        try (Flow after = before.restarted(Duration.ofSeconds(5));
                Flow oneByOne = oneByOne()) {
            after.gathers();
            land(after, rows.subList(6, rows.size()));
            after.handsOn();

            // Then
            assertThat(milestones(after)).isEqualTo(milestones(oneByOne));
        }
    }

    private static Flow atOnce() throws JsonProcessingException {
        Flow flow = new Flow();
        flow.gathers();
        land(flow, TestOrders.done(1));
        return flow.handsOn();
    }

    private static Flow oneByOne() throws JsonProcessingException {
        Flow flow = new Flow();
        land(flow, TestOrders.done(1));
        return flow;
    }

    static List<Long> seeds() {
        return LongStream.range(0, SEEDS).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldEndWithTheSameStatusHoweverItIsGathered(long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        List<TestOrders.Row> rows = new ArrayList<>(TestOrders.done(1));
        Collections.shuffle(rows, random);
        try (Flow oneByOne = oneByOne();
                Flow gathered = new Flow()) {
            // When
            for (TestOrders.Row row : rows) {
                if (random.nextBoolean()) {
                    gathered.gathers();
                } else {
                    gathered.handsOn();
                }
                gathered.lands(row.entity(), row.columns(), row.version());
            }
            gathered.handsOn();

            // Then
            assertThat(hashes(gathered)).isEqualTo(hashes(oneByOne)).hasSize(1);
        }
    }

    private static void land(Flow flow, List<TestOrders.Row> rows) throws JsonProcessingException {
        for (TestOrders.Row row : rows) {
            flow.lands(row.entity(), row.columns(), row.version());
        }
    }

    /** Of the orders that stand in the end, by their names. */
    private static Map<String, String> hashes(Flow flow) {
        Map<String, String> hashes = new TreeMap<>();
        for (KeyValue<String, OrderStatus> status : flow.statuses()) {
            if (status.value == null) {
                hashes.remove(status.key);
            } else {
                hashes.put(status.key, status.value.getContentHash());
            }
        }
        return hashes;
    }

    private static Set<String> facts(Flow flow) {
        ReadOnlyKeyValueStore<String, HistoryEntry> history = flow.store(HistoryStore.NAME);
        Set<String> facts = new TreeSet<>();
        try (KeyValueIterator<String, HistoryEntry> entries = history.all()) {
            entries.forEachRemaining(entry -> {
                if (entry.value.getWhat().equals("FACT")) {
                    facts.add(entry.value.getText());
                }
            });
        }
        return facts;
    }

    private static Set<String> milestones(Flow flow) {
        return flow.events().stream()
                .map(event -> event.getSubject() + " " + event.getMilestone() + " " + event.getOccurredAt())
                .collect(Collectors.toSet());
    }
}
