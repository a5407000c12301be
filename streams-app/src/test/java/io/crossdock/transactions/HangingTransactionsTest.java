package io.crossdock.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.LoggedLines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HangingTransactionsTest {

    private static final TopicPartition ORDERS = new TopicPartition("crossdock-orders-changelog", 2);
    private static final TopicPartition FACTS = new TopicPartition("facts", 0);

    @RegisterExtension
    final LoggedLines log = new LoggedLines(HangingTransactions.class.getName());

    private final Map<TopicPartition, Span> spans = new HashMap<>();
    private final Set<TopicPartition> known = new HashSet<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");

    private final Transactions brokers = new Transactions() {
        @Override
        public Map<TopicPartition, Span> spans() {
            return spans;
        }

        @Override
        public Set<TopicPartition> known() {
            return known;
        }
    };

    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final HangingTransactions hanging = new HangingTransactions(metrics, brokers, "broker:9092", clock);

    @AfterEach
    void end() {
        hanging.close();
    }

    @Test
    void shouldNameOneThatNobodyEndsWithTheWayOut() {
        // Given
        spans.put(ORDERS, new Span(119, 122));

        // When
        lookAfter(0);
        lookAfter(29);
        int before = found();
        lookAfter(1);

        // Then
        assertThat(before).isZero();
        assertThat(found()).isOne();
        assertThat(hanging.json().get(0).toString())
                .contains(
                        "\"topic\":\"crossdock-orders-changelog\",\"partition\":2,\"start\":119,\"end\":122",
                        "\"since\":\"2026-11-27T12:00:00Z\"",
                        "kafka-transactions.sh --bootstrap-server broker:9092 abort"
                                + " --topic crossdock-orders-changelog --partition 2 --start-offset 119");
        assertThat(log.said())
                .singleElement()
                .asString()
                .contains("crossdock-orders-changelog-2 cannot be read past 119 (it ends at 122)", "abort --topic");
    }

    @Test
    void shouldNotNameOneThatACoordinatorWillEnd() {
        // Given
        spans.put(ORDERS, new Span(119, 122));
        known.add(ORDERS);

        // When
        lookAfter(0);
        lookAfter(60);

        // Then
        assertThat(found()).isZero();
        assertThat(log.said()).isEmpty();
    }

    @Test
    void shouldNotTakeOneTransactionAfterTheOtherForOneThatStands() {
        for (long committed = 0; committed < 20; committed++) {
            // When
            spans.put(FACTS, new Span(committed, committed + 3));
            lookAfter(10);

            // Then
            assertThat(found()).isZero();
        }
    }

    @Test
    void shouldSayItOnceAndForgetItWhenItIsEnded() {
        // Given
        spans.put(ORDERS, new Span(119, 122));
        lookAfter(0);
        for (int look = 0; look < 10; look++) {
            lookAfter(10);
        }
        int said = log.said().size();

        // When
        spans.put(ORDERS, new Span(123, 123));
        lookAfter(10);

        // Then
        assertThat(said).isOne();
        assertThat(found()).isZero();
    }

    @Test
    void shouldCountATransactionThatBeginsWhereOneEndedAnew() {
        // Given
        spans.put(ORDERS, new Span(119, 122));
        lookAfter(0);
        lookAfter(20);
        spans.put(ORDERS, new Span(123, 123));
        lookAfter(5);

        // When
        spans.put(ORDERS, new Span(123, 130));
        lookAfter(5);
        lookAfter(25);

        // Then
        assertThat(found()).isZero();
    }

    private void lookAfter(int seconds) {
        now = now.plusSeconds(seconds);
        hanging.look();
    }

    private int found() {
        assertThat(metrics.get("crossdock.transactions.hanging").gauge().value())
                .isEqualTo(hanging.json().size());
        return hanging.json().size();
    }
}
