package io.crossdock.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest {

    private static final DeadLetterQuestion ALL = new DeadLetterQuestion(null, null, null, null);

    private final LetterTopic topic = new LetterTopic(3);
    private final DeadLetters letters = topic.letters();

    @Test
    void shouldSayWhatTheContractSaysAndWhenItWasWritten() {
        // Given
        topic.writes(1, 90, "erp", "schema-drift");

        // When
        Page page = letters.page(ALL, 50, "");

        // Then
        assertThat(page.items()).singleElement().hasToString("""
                {"topic":"raw.erp.orders","partition":3,"offset":0,"key":null,"stage":"normalize","connection":"erp",\
                "entity":"orders","reason":"schema-drift","text":"It is wrong.","landedAt":"2026-11-26T12:00:00Z",\
                "traceparent":null,"writtenAt":"2026-11-26T12:01:30Z"}""");
        assertThat(page.nextCursor()).isNull();
        assertThat(topic.isClosed()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldTellAllOfThemNewestFirstPageAfterPage(long seed) {
        // Given: transactions end here and there, and last
        Random random = new Random(seed);
        List<Integer> written = new ArrayList<>();
        for (int second = 0; second < 900; second++) {
            int partition = random.nextInt(3);
            topic.writes(partition, second, "erp", String.valueOf(second));
            written.add(second);
            if (random.nextInt(4) == 0) {
                topic.commits(partition);
            }
        }
        topic.commits(0).commits(1).commits(2);

        // When
        List<Integer> told = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Page page = letters.page(ALL, 1 + random.nextInt(80), cursor);
            told.addAll(reasons(page).stream().map(Integer::valueOf).toList());
            cursor = page.nextCursor();
        }

        // Then
        assertThat(told)
                .isEqualTo(written.stream().sorted(Comparator.reverseOrder()).toList());
    }

    @Test
    void shouldTellOnlyThoseThatAreAskedFor() {
        // Given
        topic.writes(0, 1, "erp", "wrong-type")
                .writes(0, 2, "erp", "truncate")
                .writes(1, 3, "crm", "truncate")
                .writes(2, 4, "erp", "truncate");

        // Then
        assertThat(offsets(letters.page(new DeadLetterQuestion("erp", null, null, null), 50, "")))
                .containsExactly(0L, 1L, 0L);
        assertThat(offsets(letters.page(new DeadLetterQuestion("erp", "truncate", null, null), 50, "")))
                .containsExactly(0L, 1L);
        assertThat(reasons(letters.page(new DeadLetterQuestion(null, null, "raw.erp.orders-0@0", null), 50, "")))
                .containsExactly("wrong-type");
    }

    @Test
    void shouldTellWhatWasWrittenSinceAndNotReadWhatIsOlder() {
        // Given: one was written by a clock that is behind
        for (int second = 0; second < 3_000; second++) {
            topic.writes(0, second, "erp", "old");
        }
        topic.writes(0, 5_000, "erp", "first").writes(0, 10, "erp", "late").writes(0, 5_001, "erp", "last");

        // When
        Page page = letters.page(new DeadLetterQuestion(null, null, null, LetterTopic.NOON.plusSeconds(5_000)), 50, "");

        // Then
        assertThat(reasons(page)).containsExactly("last", "first");
        assertThat(page.nextCursor()).isNull();
        assertThat(topic.sent()).isEqualTo(3);
    }

    @Test
    void shouldReadNoMoreThanIsAllowedForOneQuestion() {
        // Given: what is asked for is the oldest of many
        topic.writes(1, 0, "erp", "truncate");
        for (int second = 1; second < 30_000; second++) {
            topic.writes(1, second, "crm", "truncate");
        }
        DeadLetterQuestion question = new DeadLetterQuestion("erp", null, null, null);

        // When
        Page first = letters.page(question, 1, "");
        int read = topic.sent();
        Page second = letters.page(question, 1, Objects.requireNonNull(first.nextCursor()));

        // Then
        assertThat(first.items()).isEmpty();
        assertThat(read).isBetween(DeadLetters.ALLOWED, DeadLetters.ALLOWED + 2_100);
        assertThat(offsets(second)).containsExactly(0L);
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void shouldReadAFewWhenAFewAreAskedFor() {
        // Given
        for (int second = 0; second < 9_000; second++) {
            topic.writes(second % 3, second, "erp", "truncate");
        }

        // When
        letters.page(ALL, 10, "");

        // Then
        assertThat(topic.sent()).isLessThan(200);
    }

    @Test
    void shouldNotShiftPagesWhenMoreIsWrittenBetweenThem() {
        // Given
        topic.writes(0, 1, "erp", "one").writes(0, 2, "erp", "two");
        Page first = letters.page(ALL, 1, "");

        // When
        topic.writes(0, 3, "erp", "three");

        // Then
        assertThat(reasons(letters.page(ALL, 1, Objects.requireNonNull(first.nextCursor()))))
                .containsExactly("one");
    }

    @Test
    void shouldEndWhereTheBrokerHasForgottenTheRest() {
        // Given
        topic.writes(0, 1, "erp", "one").writes(0, 2, "erp", "two").writes(0, 3, "erp", "three");
        Page first = letters.page(ALL, 1, "");

        // When
        topic.forgets(0, 2);

        // Then
        Page second = letters.page(ALL, 1, Objects.requireNonNull(first.nextCursor()));
        assertThat(second.items()).isEmpty();
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void shouldBeNotReadyWhileTheBrokerSendsNothing() {
        // Given
        topic.writes(0, 1, "erp", "truncate");
        topic.fallsSilent();

        // Then
        assertThatThrownBy(() -> letters.page(ALL, 50, ""))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("orders.dead-letters-0");
        assertThat(topic.isClosed()).isTrue();
    }

    @Test
    void shouldBeNotReadyWhileNoBrokerAnswers() {
        // Given
        DeadLetters nowhere = new DeadLetters(
                () -> {
                    throw new TimeoutException("Timed out.");
                },
                LetterTopic::read,
                Duration.ZERO);

        // Then
        assertThatThrownBy(() -> nowhere.page(ALL, 50, "")).isInstanceOf(NotReadyException.class);
        assertThatThrownBy(() -> DeadLetters.at(Map.of("bootstrap.servers", "127.0.0.1:1"), LetterTopic::read)
                        .page(ALL, 50, ""))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("orders.dead-letters");
    }

    @Test
    void shouldBeNotReadyWhileAValueCannotBeRead() {
        // Given
        topic.writes(0, 1, "erp", "truncate");
        DeadLetters unreadable = new DeadLetters(
                topic::open,
                (name, value) -> {
                    throw new SerializationException("no registry");
                },
                Duration.ZERO);

        // Then
        assertThatThrownBy(() -> unreadable.page(ALL, 50, ""))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("raw.erp.orders-0@0")
                .hasMessageContaining("registry");
        assertThat(topic.isClosed()).isTrue();
    }

    @Test
    void shouldBeNotReadyBeforeThereIsATopic() {
        // Given
        LetterTopic none = new LetterTopic(0);

        // Then
        assertThatThrownBy(() -> new DeadLetters(none::open, LetterTopic::read, Duration.ZERO).page(ALL, 50, ""))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("no topic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "MA", "MD14", "===", "MD0xLA"})
    void shouldRefuseWhatIsNoCursor(String cursor) {
        assertThatThrownBy(() -> letters.page(ALL, 50, cursor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + cursor + "' is no cursor");
    }

    private static List<String> reasons(Page page) {
        return page.items().stream().map(item -> item.path("reason").asText()).toList();
    }

    private static List<Long> offsets(Page page) {
        return page.items().stream()
                .map((ObjectNode item) -> item.path("offset").asLong())
                .toList();
    }
}
