package io.crossdock.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.contract.OrderSync;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenLagCountTest {

    private static final long COUNTING = Duration.ofMillis(100).toNanos();

    private final List<OrderSync> open = new ArrayList<>();
    private long now;
    private int counted;
    private final OpenLagCount count = new OpenLagCount(
            to -> {
                counted++;
                now += COUNTING;
                open.forEach(to);
            },
            () -> now);

    @Test
    void shouldCountByStateMilestoneAndTarget() {
        // Given
        open.add(sync("crm", "shipped", null, "2026-11-20T12:00:50Z"));
        open.add(sync("crm", "shipped", null, "2026-11-20T12:00:30Z"));
        open.add(sync("crm", "shipped", "request-invoice", "2026-11-20T12:00:10Z"));
        open.add(sync("erp", "shipped", null, "2026-11-20T12:00:20Z"));

        // Then
        assertThat(count.get())
                .containsExactlyInAnyOrder(
                        new OpenLag("shipped", "shipped", "crm", 2, Instant.parse("2026-11-20T12:00:30Z")),
                        new OpenLag("request-invoice", "shipped", "crm", 1, Instant.parse("2026-11-20T12:00:10Z")),
                        new OpenLag("shipped", "shipped", "erp", 1, Instant.parse("2026-11-20T12:00:20Z")));
    }

    @Test
    void shouldCountForNoMoreThanATwentiethOfTheTime() {
        // Given: who asks all the time
        long asked = 0;
        while (now < 100 * COUNTING) {
            count.get();
            now += 1_000_000;
            asked++;
        }

        // Then
        assertThat(asked).isGreaterThan(1_000);
        assertThat(counted).isEqualTo(5);
    }

    @Test
    void shouldSeeWhatIsNewAfterThat() {
        // Given
        assertThat(count.get()).isEmpty();
        open.add(sync("crm", "shipped", null, "2026-11-20T12:00:50Z"));
        assertThat(count.get()).isEmpty();

        // When
        now += 20 * COUNTING;

        // Then
        assertThat(count.get()).extracting(OpenLag::count).containsExactly(1L);
    }

    @Test
    void shouldCountAgainAtOnceIfItCouldNot() {
        // Given
        boolean[] restoring = {true};
        OpenLagCount restored = new OpenLagCount(
                to -> {
                    if (restoring[0]) {
                        throw new IllegalStateException("restoring");
                    }
                    to.accept(sync("crm", "shipped", null, "2026-11-20T12:00:50Z"));
                },
                () -> now);
        assertThatThrownBy(restored::get).hasMessage("restoring");

        // When
        restoring[0] = false;

        // Then
        assertThat(restored.get()).hasSize(1);
    }

    private static OrderSync sync(String target, String milestone, @Nullable String effect, String occurredAt) {
        return OrderSyncs.shipped(Instant.parse(occurredAt))
                .setMilestone(milestone)
                .setTarget(target)
                .setEffect(effect)
                .build();
    }
}
