package io.crossdock.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.contract.ReferenceEntry;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.SourceVersion;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which of two words about a customer counts: the newer by its source, whichever comes last. */
class NewestTest {

    @Test
    void shouldTakeTheFirstWordAndEachNewerOne() {
        assertThat(Newest.of(null, said(7, 1, "KEY"))).isEqualTo(Newest.APPLIED);
        assertThat(Newest.of(said(7, 1, "KEY"), said(8, 1, "STRATEGIC"))).isEqualTo(Newest.APPLIED);
    }

    @Test
    void shouldLeaveAnOlderWordAside() {
        assertThat(Newest.of(said(8, 1, "STRATEGIC"), said(7, 1, "KEY"))).isEqualTo(Newest.SUPERSEDED);
    }

    @Test
    void shouldPreferAChangeToASnapshotRowOfTheSamePosition() {
        assertThat(Newest.of(said(7, 1, "STRATEGIC"), said(7, 0, "KEY"))).isEqualTo(Newest.SUPERSEDED);
        assertThat(Newest.of(said(7, 0, "KEY"), said(7, 1, "STRATEGIC"))).isEqualTo(Newest.APPLIED);
    }

    @Test
    void shouldKnowWhatCameTwice() {
        assertThat(Newest.of(said(7, 1, "KEY"), said(7, 1, "KEY"))).isEqualTo(Newest.DUPLICATE);
    }

    @Test
    void shouldTakeWhatACorrectedMappingMakesOfTheSameRow() {
        assertThat(Newest.of(said(7, 1, "KEY"), said(7, 1, "STANDARD"))).isEqualTo(Newest.APPLIED);
    }

    @Test
    void shouldNotBringADeletedRowBack() {
        assertThat(Newest.of(deleted(9), said(8, 1, "KEY"))).isEqualTo(Newest.SUPERSEDED);
        assertThat(Newest.of(deleted(9), said(10, 1, "KEY")))
                .as("entered again")
                .isEqualTo(Newest.APPLIED);
    }

    @Test
    void shouldBeginAgainInANewEpoch() {
        ReferenceEntry restored = entry(new SourceVersion(2, 1, 0), true, "KEY");

        assertThat(Newest.of(said(9_000, 1, "STRATEGIC"), restored)).isEqualTo(Newest.APPLIED);
        assertThat(Newest.of(restored, said(9_001, 1, "STRATEGIC"))).isEqualTo(Newest.SUPERSEDED);
    }

    private static ReferenceEntry said(long position, long minor, String tier) {
        return entry(new SourceVersion(1, position, minor), true, tier);
    }

    private static ReferenceEntry deleted(long position) {
        return entry(new SourceVersion(1, position, 1), false, "");
    }

    private static ReferenceEntry entry(SourceVersion version, boolean isThere, String tier) {
        return new Entry(
                        new Identifier("erp", "customer", "C-7"),
                        "customers",
                        isThere,
                        version,
                        isThere ? Map.of("tier", tier) : Map.of(),
                        Instant.EPOCH)
                .toAvro();
    }
}
