package io.crossdock.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.exceptions.ExceptionStore;
import io.crossdock.exceptions.Former;
import io.crossdock.exceptions.Judgement;
import io.crossdock.exceptions.ResolutionTimes;
import io.crossdock.flow.CommitPace;
import io.crossdock.flow.Delivery;
import io.crossdock.flow.Patience;
import io.crossdock.flow.Room;
import io.crossdock.flow.Standing;
import io.crossdock.flow.Wake;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierType;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.mailbox.Overload;
import io.crossdock.order.severity.Caps;
import io.crossdock.order.severity.SeverityRules;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R25: a mailbox that hears none of its documents any more is told of, also where another order stands above it. */
class SilentMailboxTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration LONG = Duration.ofDays(30);
    private static final Identifier ORDER = Identifier.parse("erp:sales-order:SO-1");
    private static final Identifier ABOVE = Identifier.parse("crm:order:C-1");
    private static final IdentifierTypes TYPES = new IdentifierTypes(
            Map.of(
                    "erp:sales-order",
                    new IdentifierType(20, 0, 2, null),
                    "crm:order",
                    IdentifierType.ofRank(30),
                    "erp:invoice",
                    IdentifierType.ofRank(5)),
            20);

    private static final Judgement JUDGEMENT = new Judgement(
            SeverityRules.NONE, Caps.USUAL, 1, new ResolutionTimes(new SimpleMeterRegistry()), new Former(List.of()));

    @TempDir
    private File stateDir;

    private MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private CorrelateProcessor processor =
            new CorrelateProcessor(TYPES, patience(), Map.of(), JUDGEMENT, Room.ofHeap(), () -> 0);

    @BeforeEach
    void anOrderBelowAnother() {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), stateDir);
        context.setCurrentSystemTimeMs(NOON.toEpochMilli());
        new CorrelateStage(
                        TYPES,
                        patience(),
                        Map.of(),
                        JUDGEMENT,
                        Room.ofHeap(),
                        () -> 0,
                        DeadlineStore.builder(),
                        ArchiveStore.builder(),
                        OutcomeStore.builder(),
                        ExceptionStore.builder())
                .stores()
                .forEach(builder -> {
                    StateStore store =
                            builder.withLoggingDisabled().withCachingDisabled().build();
                    store.init(context.getStateStoreContext(), store);
                });
        processor.init(context);
        Link link = new Link(Link.Kind.SAME_AS, ORDER, ABOVE, Link.Rule.EXPLICIT);
        tells(new Message.Home(fact("sales-orders", "SO-1", ORDER, link)));
        invoice(1);
        invoice(2);
        context.resetForwards();
    }

    @AfterEach
    void closed() {
        List.of(
                        MailboxStore.NAME,
                        FeedStore.NAME,
                        Gathering.NAME,
                        DeadlineStore.NAME,
                        ArchiveStore.NAME,
                        OutcomeStore.NAME,
                        ExceptionStore.NAME)
                .forEach(name -> context.<StateStore>getStateStore(name).close());
    }

    @Test
    void shouldBeToldOfWhenMoreNameItThanCan() {
        // When
        invoice(3);

        // Then
        assertThat(standings()).singleElement().satisfies(standing -> {
            assertThat(standing.self()).isEqualTo(ORDER);
            assertThat(standing.topmost()).isFalse();
            assertThat(standing.overload()).isEqualTo(new Overload(3, 2));
        });
    }

    @Test
    void shouldBeToldOfAgainWhenItHearsThemAgain() {
        // Given
        invoice(3);
        context.resetForwards();

        // When
        tells(new Message.Drop(Identifier.parse("erp:invoice:I-3"), 2));

        // Then
        assertThat(standings())
                .singleElement()
                .satisfies(standing -> assertThat(standing.overload()).isNull());
    }

    @Test
    void shouldNotBeToldOfWhileItHearsThem() {
        // When
        tells(new Message.Drop(Identifier.parse("erp:invoice:I-2"), 2));

        // Then
        assertThat(standings()).isEmpty();
    }

    /** What follows of a deadline is seen when it is committed, and no record need come to do that. */
    @Test
    void shouldCommitWhatADeadlineBrings() {
        // Given
        context.resetCommit();
        looks();
        boolean before = context.committed();
        new DeadlineStore(context.getStateStore(DeadlineStore.NAME)).put(NOON, Wake.LIMIT, ORDER);

        // When
        looks();

        // Then
        assertThat(before).isFalse();
        assertThat(context.committed()).isTrue();
    }

    private void looks() {
        punctuates(Duration.ofSeconds(1));
        punctuates(CommitPace.BEAT);
    }

    private void invoice(int number) {
        Identifier invoice = Identifier.parse("erp:invoice:I-" + number);
        Link link = new Link(Link.Kind.PART_OF, invoice, ORDER, Link.Rule.EXPLICIT);
        tells(new Message.Rows(invoice, 1, List.of(fact("invoices", "I-" + number, invoice, link)), List.of(), true));
    }

    private void tells(Message message) {
        processor.process(new Record<>(ORDER.toString(), new Delivery.FromMailbox(message), NOON.toEpochMilli()));
        punctuates(CommitPace.BEAT);
    }

    private void punctuates(Duration rhythm) {
        context.scheduledPunctuators().stream()
                .filter(each -> each.getInterval().equals(rhythm))
                .forEach(each -> each.getPunctuator().punctuate(NOON.toEpochMilli()));
    }

    private List<Standing> standings() {
        return context.forwarded().stream()
                .map(forwarded -> forwarded.record().value())
                .filter(Standing.class::isInstance)
                .map(Standing.class::cast)
                .toList();
    }

    private static Patience patience() {
        return new Patience(LONG, LONG, LONG, LONG);
    }

    private static Fact fact(String entity, String key, Identifier home, Link link) {
        return new Fact(
                new FactKey("erp", entity, key),
                home,
                new SourceVersion(1, 1, 0),
                Op.ASSERT,
                Origin.LIVE,
                null,
                NOON,
                NOON,
                Map.of(),
                List.of(link),
                new Statement.Alias(),
                Map.of(),
                "raw.erp." + entity + "-0@1",
                null);
    }
}
