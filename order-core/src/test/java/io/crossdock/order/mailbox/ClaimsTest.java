package io.crossdock.order.mailbox;

import static io.crossdock.order.mailbox.Facts.at;
import static io.crossdock.order.mailbox.Facts.document;
import static io.crossdock.order.mailbox.Facts.id;
import static io.crossdock.order.mailbox.Facts.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Reached;
import io.crossdock.order.fact.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which milestones a statement claims, and when. */
class ClaimsTest {

    private static final Identifier S77 = id("wms:shipment:S-77");

    @Test
    void shouldNotClaimWhatARowDatesAheadOfItsState() {
        // Given: a released shipment with the time at which it is to leave
        Fact planned = document(S77, 3, DocumentState.RELEASED);
        Fact dated = Facts.fact(
                planned.key(),
                S77,
                3,
                Op.ASSERT,
                planned.statement(),
                List.of(),
                Map.of(Milestone.RELEASED, at(2), Milestone.SHIPPED, at(90)));

        // Then
        assertThat(Claims.of(dated)).containsOnlyKeys(Milestone.RELEASED);
    }

    @ParameterizedTest
    @CsvSource({
        "SHIPMENT, PLANNED,",
        "SHIPMENT, RELEASED, RELEASED",
        "SHIPMENT, PICKING, RELEASED",
        "SHIPMENT, PICKED, PICKED",
        "SHIPMENT, PACKED, PACKED",
        "SHIPMENT, SHIPPED, SHIPPED",
        "SHIPMENT, IN_TRANSIT, SHIPPED",
        "SHIPMENT, DELIVERED, DELIVERED",
        "SHIPMENT, CANCELLED,",
        "WAREHOUSE_ORDER, ALLOCATED, ALLOCATED",
        "WAREHOUSE_ORDER, RELEASED, RELEASED",
        "INVOICE, OPEN,",
        "INVOICE, POSTED, INVOICED",
        "DELIVERY, POSTED,"
    })
    void shouldClaimTheMilestoneOfADocumentsState(
            DocumentType type, DocumentState state, @Nullable Milestone milestone) {
        // Given
        Statement statement = new Statement.Document(type, state, null, null, null, null, false);

        // When
        Map<Milestone, Reached> claims = Claims.of(fact(statement, Map.of()));

        // Then
        assertThat(claims.keySet()).isEqualTo(milestone == null ? Set.of() : Set.of(milestone));
    }

    @Test
    void shouldClaimEarlierMilestonesOnlyWhereTheRowDatesThem() {
        // Given
        Statement shipped =
                new Statement.Document(DocumentType.SHIPMENT, DocumentState.SHIPPED, null, null, null, null, false);

        // When
        Map<Milestone, Reached> claims = Claims.of(
                fact(shipped, Map.of(Milestone.PICKED, at(2), Milestone.SHIPPED, at(3), Milestone.DELIVERED, at(4))));

        // Then
        assertThat(claims).containsOnlyKeys(Milestone.PICKED, Milestone.SHIPPED);
        assertThat(claims.values()).extracting(Reached::occurredAt).containsExactly(at(2), at(3));
    }

    @Test
    void shouldDateAMilestoneByTheStatementWhenTheRowHasNoTimeForIt() {
        // When
        Map<Milestone, Reached> claims = Claims.of(document(S77, 7, DocumentState.SHIPPED));

        // Then
        assertThat(claims.values()).singleElement().satisfies(reached -> {
            assertThat(reached.occurredAt()).isEqualTo(at(7));
            assertThat(reached.version().position()).isEqualTo(7);
            assertThat(reached.live()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CAPTURED,, CAPTURED",
        "ACCEPTED,, ACCEPTED",
        "CLOSED,, ACCEPTED",
        "CANCELLED,, CANCELLED",
        "ON_HOLD, APPROVED, CREDIT_APPROVED",
        "ON_HOLD, REFUSED,"
    })
    void shouldClaimTheMilestoneOfAHeadersStateAndCredit(
            Statement.OrderHeader.State state,
            Statement.OrderHeader.@Nullable Credit credit,
            @Nullable Milestone milestone) {
        // Given
        Statement header = new Statement.OrderHeader(state, credit, null, null, null, false, null, null, null, null);

        // When
        Map<Milestone, Reached> claims = Claims.of(fact(header, Map.of()));

        // Then
        assertThat(claims.keySet()).isEqualTo(milestone == null ? Set.of() : Set.of(milestone));
    }

    /** An order that is first heard of on hold, or long after it was entered. */
    @ParameterizedTest
    @CsvSource({"ON_HOLD", "CANCELLED", "ACCEPTED", "CLOSED"})
    void shouldClaimWhatAHeaderDatesWhateverItsState(Statement.OrderHeader.State state) {
        // Given
        Statement header = new Statement.OrderHeader(state, null, null, null, null, false, null, null, null, null);

        // When
        Map<Milestone, Reached> claims =
                Claims.of(fact(header, Map.of(Milestone.CAPTURED, at(1), Milestone.ACCEPTED, at(2))));

        // Then
        assertThat(claims.get(Milestone.CAPTURED))
                .extracting(Reached::occurredAt)
                .isEqualTo(at(1));
        assertThat(claims.get(Milestone.ACCEPTED))
                .extracting(Reached::occurredAt)
                .isEqualTo(at(2));
    }

    @Test
    void shouldClaimACountedMilestoneOnlyWhenUnitsAreCounted() {
        // Then
        assertThat(Claims.of(line(S77, "1", 1, 0))).isEmpty();
        assertThat(Claims.of(line(S77, "1", 1, 2))).containsOnlyKeys(Milestone.ALLOCATED);
    }

    private static Fact fact(Statement statement, Map<Milestone, OffsetDateTime> times) {
        return Facts.fact(new FactKey("wms", "rows", "1"), S77, 5, Op.ASSERT, statement, List.of(), times);
    }
}
