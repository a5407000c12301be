package io.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.contract.AuditEntry;
import io.crossdock.switches.Epoch;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is known of epochs from what people did. */
class EpochLogTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final EpochLog log = new EpochLog();

    private static AuditEntry entry(String action, String kind, String by) {
        return new AuditEntry(NOON, by, action, "", "crm,erp", kind, null, NOON.minusSeconds(60));
    }

    @Test
    void shouldBeTheFirstOneUntilSomebodyAsksForAnother() {
        // Given
        log.take(0, entry("SWITCH", "live", "ann"));

        // Then
        assertThat(log.latest()).isZero();
        assertThat(log.asked(1)).isNull();
    }

    @Test
    void shouldBeTheLastOneThatWasAskedForAsItWasAskedForFirst() {
        // When: two instances ask for the same by their setting
        log.take(0, entry("REBUILD", "2", "ann"));
        log.take(0, entry("REBUILD", "3", "ben"));
        log.take(0, entry("REBUILD", "3", "cid"));

        // Then
        assertThat(log.latest()).isEqualTo(3);
        Epoch.Rebuild rebuild = EpochLog.rebuild(Objects.requireNonNull(log.asked(3)));
        assertThat(rebuild.by()).isEqualTo("ben");
        assertThat(rebuild.cut()).isEqualTo(NOON.minusSeconds(60));
        assertThat(rebuild.live()).containsExactly("crm", "erp");
    }

    @Test
    void shouldKnowWhichPartitionsWereNotTold() {
        // When: whoever asked was cut off after the first
        log.take(0, entry("REBUILD", "2", "ann"));

        // Then
        assertThat(log.isIn(0, 2)).isTrue();
        assertThat(log.isIn(1, 2)).isFalse();
    }

    @Test
    void shouldKnowWhetherItIsPublished() {
        // Given
        log.take(0, entry("REBUILD", "2", "ann"));
        assertThat(log.isPublished(2)).isFalse();

        // When
        log.take(0, entry("PUBLISH", "2", "crossdock"));

        // Then
        assertThat(log.isPublished(2)).isTrue();
        assertThat(log.isPublished(3)).isFalse();
    }
}
