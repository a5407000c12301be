package io.crossdock.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.ExceptionEntry;
import io.crossdock.contract.OrderException;
import io.crossdock.flow.MemoryStores;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.order.severity.Caps;
import io.crossdock.order.severity.Severity;
import io.crossdock.order.severity.SeverityRules;
import io.crossdock.order.severity.Stake;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R199: of very many exceptions of a type some are told, and one says so of the rest. */
class StormTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Record<String, Object> CAUSE = new Record<>("", "", 0);
    private static final String LATE = "SHIPS_LATE";
    private static final Map<String, Wrong> WRONG = Map.of(LATE, Wrong.of("late"));

    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final KeyValueStore<String, ExceptionEntry> store =
            store(ExceptionStore.NAME, new AvroBytes<>(ExceptionEntry.getClassSchema()));
    private final OutcomeStore outcomes = new OutcomeStore(store(OutcomeStore.NAME, Serdes.Long()));
    private final ExceptionLifeCycle exceptions = new ExceptionLifeCycle(context, judgement());

    private static Judgement judgement() {
        return new Judgement(
                new SeverityRules(Map.of(), Set.of(), Map.of("USD", BigDecimal.TEN), null),
                new Caps(100, Map.of(LATE, 12)),
                4,
                new ResolutionTimes(new SimpleMeterRegistry()),
                new Former(List.of()));
    }

    @BeforeEach
    void begin() {
        context.setCurrentSystemTimeMs(NOON.toEpochMilli());
        new StormWatch(context, exceptions).begin();
    }

    @Test
    void shouldTellItsPartOfTheCapAndOneOfTheRest() {
        // When: a partition of four
        late(1, 10);
        look();

        // Then
        assertThat(of(LATE)).containsExactly("o1 OPEN", "o2 OPEN", "o3 OPEN");
        assertThat(of("STORM")).containsExactly("SHIPS_LATE|0 OPEN");
        assertThat(told().getLast().getText()).contains("only 3 of them", "7 more", "?type=SHIPS_LATE");
        assertThat(outcomes.toldExceptions(LATE) + outcomes.heldExceptions(LATE))
                .isEqualTo(10);
        assertThat(outcomes.heldExceptions(LATE)).isEqualTo(7);
        assertThat(open()).hasSize(11);

        // When: nothing changes
        context.resetForwards();
        look();

        // Then
        assertThat(told()).isEmpty();
    }

    @Test
    void shouldTellTheNextWhenOthersAreResolvedAndEndByItself() {
        // Given
        late(1, 5);
        look();
        context.resetForwards();

        // When
        inTime(1);
        inTime(2);
        look();

        // Then: the last two are told, and no storm is left
        assertThat(of(LATE)).containsExactly("o1 RESOLVED", "o2 RESOLVED", "o4 OPEN", "o5 OPEN");
        assertThat(of("STORM")).containsExactly("SHIPS_LATE|0 RESOLVED");
        assertThat(outcomes.heldExceptions(LATE)).isZero();
    }

    @Test
    void shouldSayNothingOfAResolutionOfWhichNobodyHeardTheBegin() {
        // Given
        late(1, 5);
        context.resetForwards();

        // When
        inTime(5);

        // Then
        assertThat(told()).isEmpty();
        assertThat(outcomes.toldExceptions(LATE) + outcomes.heldExceptions(LATE))
                .isEqualTo(4);
        assertThat(outcomes.heldExceptions(LATE)).isEqualTo(1);
    }

    @Test
    void shouldTellWhatAPersonTakesOn() {
        // Given
        late(1, 5);
        context.resetForwards();

        // When
        exceptions.acknowledge("o5", Kind.of(LATE), "ann", null, NOON, CAUSE);
        inTime(5);

        // Then
        assertThat(of(LATE)).containsExactly("o5 ACKNOWLEDGED", "o5 RESOLVED");
        assertThat(outcomes.heldExceptions(LATE)).isEqualTo(1);
    }

    @Test
    void shouldHoldBackAlsoWhatComesToMatterMore() {
        // Given
        late(1, 5);
        context.resetForwards();

        // When
        Stake much = new Stake(null, null, List.of(), Map.of("USD", BigDecimal.valueOf(50)), null);
        exceptions.update(new Subject("o5", "o5", null, () -> much), WRONG, NOON, CAUSE);

        // Then
        assertThat(told()).isEmpty();
        assertThat(open())
                .filteredOn(exception -> "o5".equals(exception.getOrderId()))
                .extracting(OrderException::getSeverity)
                .containsExactly(Severity.CRITICAL.name());
        assertThat(outcomes.toldExceptions(LATE) + outcomes.heldExceptions(LATE))
                .isEqualTo(5);
    }

    @Test
    void shouldNotHoldBackOneTypeForAnother() {
        // Given
        late(1, 5);
        context.resetForwards();

        // When
        exceptions.update(order(6), Map.of("ORPHAN", Wrong.of("alone")), NOON, CAUSE);

        // Then
        assertThat(of("ORPHAN")).containsExactly("o6 OPEN");
    }

    @Test
    void shouldTellAfterARebuildWhatWasTold() {
        // Given
        late(1, 5);
        context.resetForwards();

        // When
        exceptions.tellAgain(CAUSE);

        // Then
        assertThat(of(LATE)).containsExactly("o1 OPEN", "o2 OPEN", "o3 OPEN");
    }

    private void late(int from, int to) {
        for (int order = from; order <= to; order++) {
            exceptions.update(order(order), WRONG, NOON, CAUSE);
        }
    }

    private void inTime(int order) {
        exceptions.update(order(order), Map.of(), NOON.plus(Duration.ofHours(1)), CAUSE);
    }

    private static Subject order(int order) {
        return Subject.ofOrder("o" + order, "o" + order, () -> Stake.NONE);
    }

    private void look() {
        context.scheduledPunctuators()
                .forEach(scheduled -> scheduled.getPunctuator().punctuate(NOON.toEpochMilli()));
    }

    private List<OrderException> told() {
        return context.forwarded().stream()
                .map(forwarded -> (OrderException) forwarded.record().value())
                .toList();
    }

    private List<String> of(String type) {
        return told().stream()
                .filter(exception -> exception.getType().equals(type))
                .map(exception -> exception.getExceptionId().replace("|" + type, "") + " " + exception.getState())
                .toList();
    }

    private List<OrderException> open() {
        List<OrderException> open = new ArrayList<>();
        ExceptionStore.open(store, (key, exception) -> open.add(exception));
        return open;
    }

    private <V> KeyValueStore<String, V> store(String name, Serde<V> values) {
        KeyValueStore<String, V> made = MemoryStores.of(context, name, values);
        context.addStateStore(made);
        return made;
    }
}
