package io.crossdock.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.codec.StatusCodec;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Reached;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.status.MilestoneStamp;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StateDurationsTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final StateDurations durations = new StateDurations(metrics);

    @Test
    void shouldMeasureFromStateToStateOfOneSubject() {
        // Given: another shipment was released long before
        MilestoneStamp other = stamp("wms-east:shipment:S-2", Milestone.RELEASED, "2026-11-18T10:00:00Z", true);
        MilestoneStamp released = stamp("wms-east:shipment:S-1", Milestone.RELEASED, "2026-11-20T10:00:00Z", true);
        MilestoneStamp shipped = stamp("wms-east:shipment:S-1", Milestone.SHIPPED, "2026-11-20T11:30:00Z", true);

        // When
        durations.reached(List.of(StatusCodec.toAvro(shipped)), List.of(other, released, shipped));

        // Then
        Timer timer = metrics.get("crossdock.order.state.duration")
                .tags("from", "released", "to", "shipped")
                .timer();
        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.totalTime(TimeUnit.MINUTES)).isEqualTo(90);
    }

    @Test
    void shouldNotMeasureWhatASnapshotBringsOrTwoClocksTurnAround() {
        // Given
        MilestoneStamp captured = stamp("order", Milestone.CAPTURED, "2026-11-20T10:00:00Z", true);
        MilestoneStamp loaded = stamp("order", Milestone.ACCEPTED, "2026-11-20T11:00:00Z", false);
        MilestoneStamp before = stamp("order", Milestone.ACCEPTED, "2026-11-20T09:59:00Z", true);

        // When
        durations.reached(List.of(StatusCodec.toAvro(loaded)), List.of(captured, loaded));
        durations.reached(List.of(StatusCodec.toAvro(before)), List.of(captured, before));

        // Then
        assertThat(metrics.find("crossdock.order.state.duration").timer()).isNull();
    }

    private static MilestoneStamp stamp(String subject, Milestone milestone, String at, boolean live) {
        OffsetDateTime occurred = OffsetDateTime.parse(at);
        return new MilestoneStamp(
                subject,
                milestone,
                new Reached(occurred, occurred.toInstant(), occurred.toInstant(), new SourceVersion(1, 1, 1), live),
                new FactKey("crm", "orders", "801"),
                "crm",
                "raw.crm.orders-0@1");
    }
}
