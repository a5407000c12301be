package io.crossdock.order.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a fact says and what only its delivery adds; R3: which stamp of a milestone is the first. */
class FactTest {

    private static final Identifier SHIPMENT = Identifier.parse("wms:shipment:S-77");
    private static final Link ORDER =
            new Link(Link.Kind.PART_OF, SHIPMENT, Identifier.parse("erp:sales-order:SO-1"), Link.Rule.EXPLICIT);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final OffsetDateTime LOADED = OffsetDateTime.parse("2026-11-20T13:00:00+01:00");
    private static final SourceVersion VERSION = new SourceVersion(1, 5, 1);
    private static final Reached REACHED = new Reached(LOADED, NOON, NOON, VERSION, true);
    private static final Statement SHIPPED = state(DocumentState.SHIPPED);
    private static final Fact FACT = fact("1", VERSION, Op.ASSERT, LOADED, LOADED, List.of(ORDER), SHIPPED, REACHED);

    @Test
    void shouldSayTheSameWhenOnlyItsDeliveryDiffers() {
        // Given
        Fact again = new Fact(
                FACT.key(),
                FACT.home(),
                FACT.version(),
                FACT.op(),
                Origin.REPLAY,
                FACT.occurredAt(),
                FACT.recordedAt(),
                NOON.plusSeconds(3600),
                FACT.times(),
                FACT.links(),
                FACT.statement(),
                FACT.reached(),
                "raw.wms.shipments-0@99",
                "00-trace");

        // Then
        assertThat(again.saysTheSameAs(FACT)).isTrue();
    }

    @Test
    void shouldSaySomethingElseWhenAnyPartOfItDiffers() {
        // Given
        OffsetDateTime later = LOADED.plusMinutes(1);
        Reached reachedLater = new Reached(later, NOON, NOON, VERSION, true);
        SourceVersion next = new SourceVersion(1, 6, 1);
        List<Link> linked = List.of(ORDER);
        List<Fact> others = List.of(
                fact("2", VERSION, Op.ASSERT, LOADED, LOADED, linked, SHIPPED, REACHED),
                fact("1", next, Op.ASSERT, LOADED, LOADED, linked, SHIPPED, REACHED),
                fact("1", VERSION, Op.RETRACT, LOADED, LOADED, linked, SHIPPED, REACHED),
                fact("1", VERSION, Op.ASSERT, later, LOADED, linked, SHIPPED, REACHED),
                fact("1", VERSION, Op.ASSERT, null, LOADED, linked, SHIPPED, REACHED),
                fact("1", VERSION, Op.ASSERT, LOADED, later, linked, SHIPPED, REACHED),
                fact("1", VERSION, Op.ASSERT, LOADED, LOADED, List.of(), SHIPPED, REACHED),
                fact("1", VERSION, Op.ASSERT, LOADED, LOADED, linked, state(DocumentState.PACKED), REACHED),
                fact("1", VERSION, Op.ASSERT, LOADED, LOADED, linked, SHIPPED, reachedLater));

        // Then
        assertThat(others).noneMatch(other -> other.saysTheSameAs(FACT)).noneMatch(FACT::saysTheSameAs);
    }

    @Test
    void shouldKeepTheStampOfTheOldestVersionThenOfTheEarliestTimes() {
        // Given: from the first to the last
        Instant later = NOON.plusSeconds(1);
        OffsetDateTime elsewhere = OffsetDateTime.parse("2026-11-20T12:00:00Z");
        SourceVersion next = new SourceVersion(1, 6, 1);
        List<Reached> inOrder = List.of(
                new Reached(LOADED, NOON, NOON, VERSION, false),
                new Reached(LOADED, NOON, NOON, VERSION, true),
                new Reached(elsewhere, NOON, NOON, VERSION, false),
                new Reached(LOADED, later, NOON, VERSION, false),
                new Reached(LOADED, NOON, later, VERSION, false),
                new Reached(LOADED.plusMinutes(1), NOON, NOON, VERSION, false),
                new Reached(LOADED.minusDays(1), NOON, NOON, next, false));

        // Then: whichever comes first
        for (int first = 0; first < inOrder.size(); first++) {
            for (int other = first; other < inOrder.size(); other++) {
                assertThat(Reached.first(inOrder.get(first), inOrder.get(other)))
                        .isEqualTo(inOrder.get(first));
                assertThat(Reached.first(inOrder.get(other), inOrder.get(first)))
                        .isEqualTo(inOrder.get(first));
            }
        }
    }

    @Test
    void shouldKeepTheFirstStampOfEachMilestoneThatEitherKnows() {
        // Given
        Reached later = new Reached(LOADED, NOON, NOON, new SourceVersion(1, 6, 1), true);

        // When
        Map<Milestone, Reached> both = Reached.first(
                Map.of(Milestone.PACKED, later, Milestone.SHIPPED, REACHED),
                Map.of(Milestone.PACKED, REACHED, Milestone.DELIVERED, later));

        // Then
        assertThat(both)
                .containsOnly(
                        Map.entry(Milestone.PACKED, REACHED),
                        Map.entry(Milestone.SHIPPED, REACHED),
                        Map.entry(Milestone.DELIVERED, later));
        assertThat(Reached.first(both, Map.of())).isEqualTo(both);
    }

    private static Statement state(DocumentState state) {
        return new Statement.Document(DocumentType.SHIPMENT, state, null, null, null, null, false);
    }

    private static Fact fact(
            String primaryKey,
            SourceVersion version,
            Op op,
            @Nullable OffsetDateTime occurredAt,
            OffsetDateTime shippedAt,
            List<Link> links,
            Statement statement,
            Reached reached) {
        return new Fact(
                new FactKey("wms", "shipments", primaryKey),
                SHIPMENT,
                version,
                op,
                Origin.LIVE,
                occurredAt,
                NOON,
                NOON,
                Map.of(Milestone.SHIPPED, shippedAt),
                links,
                statement,
                Map.of(Milestone.SHIPPED, reached),
                "raw.wms.shipments-0@5",
                null);
    }
}
