package io.crossdock.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.ExceptionEntry;
import io.crossdock.contract.OrderException;
import io.crossdock.exceptions.ExceptionStore;
import io.crossdock.exceptions.Former;
import io.crossdock.exceptions.Judgement;
import io.crossdock.exceptions.ResolutionTimes;
import io.crossdock.flow.MemoryStores;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.link.DerivedLinks;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.severity.Caps;
import io.crossdock.order.severity.SeverityRules;
import io.crossdock.systems.DeleteLimit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** R97: a held deletion waits, over restarts, until somebody confirms it. */
class FeedGuardTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Identifier ORDER = Identifier.parse("erp:sales-order:SO-1");
    private static final Record<String, Object> CAUSE = new Record<>("erp:sales-order:SO-1", "", 0);

    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final FeedStore feeds = new FeedStore(store(FeedStore.NAME, Serdes.ByteArray()));
    private final Mailbox mailbox = Mailbox.empty(ORDER, IdentifierTypes.ranked(Map.of(), 20));

    FeedGuardTest() {
        store(OutcomeStore.NAME, Serdes.Long());
        store(ExceptionStore.NAME, new AvroBytes<ExceptionEntry>(ExceptionEntry.getClassSchema()));
        context.setCurrentSystemTimeMs(NOON.toEpochMilli());
    }

    @Test
    void shouldReleaseWhatIsHeldWhenItIsConfirmedAfterARestart() {
        // Given
        Fact deletion = line(2, Op.RETRACT, NOON);
        mailbox.apply(new Message.Home(line(1, Op.ASSERT, NOON.minusSeconds(60))));
        FeedGuard strict = guard(new DeleteLimit(0, Instant.EPOCH));
        assertThat(strict.holds(deletion, mailbox, CAUSE)).isTrue();
        assertThat(strict.confirmed(CAUSE)).isEmpty();

        // When
        FeedGuard afterwards = guard(new DeleteLimit(0, NOON));

        // Then
        assertThat(afterwards.confirmed(CAUSE)).containsExactly(deletion);
        assertThat(afterwards.confirmed(CAUSE)).isEmpty();
        assertThat(states()).containsExactly("OPEN", "RESOLVED");
        assertThat(exceptions().getFirst().getExceptionId()).isEqualTo("erp|sales-order-lines|0|MASS_DELETE");
        assertThat(exceptions().getFirst().getSubject()).isEqualTo("erp");
    }

    @Test
    void shouldNotHoldWhatIsConfirmedBeforeItComes() {
        mailbox.apply(new Message.Home(line(1, Op.ASSERT, NOON.minusSeconds(60))));

        assertThat(guard(new DeleteLimit(0, NOON)).holds(line(2, Op.RETRACT, NOON), mailbox, CAUSE))
                .isFalse();
        assertThat(guard(new DeleteLimit(0, NOON.minusSeconds(1))).holds(line(2, Op.RETRACT, NOON), mailbox, CAUSE))
                .isTrue();
    }

    @Test
    void shouldNotHoldADeletionThatTakesNothingBack() {
        // Given: nothing stands, or what stands is newer
        Fact deletion = line(2, Op.RETRACT, NOON);
        FeedGuard strict = guard(new DeleteLimit(0, Instant.EPOCH));
        assertThat(strict.holds(deletion, mailbox, CAUSE)).isFalse();

        // When
        mailbox.apply(new Message.Home(line(3, Op.ASSERT, NOON)));

        // Then
        assertThat(strict.holds(deletion, mailbox, CAUSE)).isFalse();
    }

    @Test
    void shouldHoldTheNewerOfTwoDeletionsOfOneRowWhicheverComesLast() {
        // Given: deleted, loaded again, deleted again; only the first load has arrived
        mailbox.apply(new Message.Home(line(1, Op.ASSERT, NOON.minusSeconds(60))));
        Fact first = line(2, Op.RETRACT, NOON);
        Fact second = line(4, Op.RETRACT, NOON);
        FeedGuard strict = guard(new DeleteLimit(0, Instant.EPOCH));

        // When
        assertThat(strict.holds(second, mailbox, CAUSE)).isTrue();
        assertThat(strict.holds(first, mailbox, CAUSE)).isTrue();

        // Then
        assertThat(guard(new DeleteLimit(0, NOON)).confirmed(CAUSE)).containsExactly(second);
    }

    @Test
    void shouldNotTakeALinkThatMovedForADeletion() {
        // Given
        FactKey link = new FactKey("erp", DerivedLinks.ENTITY, "erp:delivery:D-1>erp:sales-order:SO-1");
        mailbox.apply(new Message.Home(fact(link, 1, Op.ASSERT, NOON)));

        // When / Then
        assertThat(guard(new DeleteLimit(0, Instant.EPOCH)).holds(fact(link, 2, Op.RETRACT, NOON), mailbox, CAUSE))
                .isFalse();
    }

    private List<String> states() {
        return exceptions().stream().map(OrderException::getState).toList();
    }

    private List<OrderException> exceptions() {
        return context.forwarded().stream()
                .map(forwarded -> (OrderException) forwarded.record().value())
                .toList();
    }

    private FeedGuard guard(DeleteLimit limit) {
        return new FeedGuard(feeds, new FeedExceptions(context, judgement()), Map.of("erp", limit));
    }

    private static Judgement judgement() {
        return new Judgement(
                SeverityRules.NONE,
                Caps.USUAL,
                1,
                new ResolutionTimes(new SimpleMeterRegistry()),
                new Former(List.of()));
    }

    private static Fact line(long version, Op op, Instant at) {
        return fact(new FactKey("erp", "sales-order-lines", "SO-1|1"), version, op, at);
    }

    private static Fact fact(FactKey key, long version, Op op, Instant at) {
        return new Fact(
                key,
                ORDER,
                new SourceVersion(1, version, 0),
                op,
                Origin.LIVE,
                null,
                at,
                at,
                Map.of(),
                List.of(),
                op == Op.ASSERT ? new Statement.Alias() : null,
                Map.of(),
                "raw.erp.sales-order-lines-0@" + version,
                null);
    }

    private <V> KeyValueStore<String, V> store(String name, Serde<V> values) {
        return MemoryStores.of(context, name, values);
    }
}
