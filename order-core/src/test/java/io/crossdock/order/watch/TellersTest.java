package io.crossdock.order.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Milestone;
import io.crossdock.order.status.FulfilmentStatus;
import io.crossdock.order.status.OrderStatus;
import io.crossdock.order.status.Ownership;
import io.crossdock.order.watch.WatchRule.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R175: who would have told if it had happened. */
class TellersTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Tellers TELLERS = new Tellers(Ownership.of(List.of(
            new Ownership.Claim("accepted", "erp", "sales-orders", null),
            new Ownership.Claim("shipped", "wms-east", "shipment-lines", "EAST"),
            new Ownership.Claim("shipped", "wms-west", "shipment-lines", "WEST"),
            new Ownership.Claim("invoiced", "erp", "invoice-lines", null))));

    @Test
    void shouldBeWhoeverADocumentBelongsTo() {
        // Given
        WatchRule rule =
                new WatchRule.Missing("A", "shipment", Milestone.SHIPPED, Milestone.RELEASED, HOUR, Counted.ALWAYS);

        // Then
        assertThat(TELLERS.of(overdue(rule, "wms-east:shipment:S-1"), from("WEST")))
                .containsExactly("wms-east");
    }

    @Test
    void shouldBeWhoeverDecidesTheMilestoneWhereTheUnitsComeFrom() {
        // Given
        WatchRule shipped = new WatchRule.Late("B", Milestone.FULLY_SHIPPED, HOUR, Counted.ALWAYS);
        WatchRule accepted =
                new WatchRule.Missing("C", "order", Milestone.ACCEPTED, Milestone.CAPTURED, HOUR, Counted.ALWAYS);

        // Then
        assertThat(TELLERS.of(overdue(shipped, "order"), from("WEST"))).containsExactly("wms-west");
        assertThat(TELLERS.of(
                        overdue(shipped, "order"), new AnOrder().projected().status()))
                .as("nobody knows yet where it comes from")
                .containsExactlyInAnyOrder("wms-east", "wms-west");
        assertThat(TELLERS.of(overdue(accepted, "order"), from("WEST"))).containsExactly("erp");
    }

    @Test
    void shouldBeEverybodyWithANameForAnOrderInWhichNothingHappens() {
        // Given
        WatchRule stuck = new WatchRule.Stuck("D", FulfilmentStatus.OPEN, HOUR, Counted.ALWAYS);

        // Then
        assertThat(TELLERS.of(overdue(stuck, "order"), from("WEST"))).containsExactly("crm");
    }

    private static Overdue overdue(WatchRule rule, String subject) {
        return new Overdue(rule, subject, Instant.EPOCH, Instant.EPOCH, "");
    }

    private static OrderStatus from(String place) {
        return new AnOrder().from(place).projected().status();
    }
}
