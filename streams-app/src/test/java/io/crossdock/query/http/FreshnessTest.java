package io.crossdock.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.freshness.Watermark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void shouldTellFreshFromSilentFromUnknown() {
        // Given
        Map<String, Watermark> known = Map.of(
                "crm", new Watermark(NOON.minusSeconds(7), NOON, 1),
                "erp", new Watermark(NOON.minusSeconds(121), NOON, 1));
        Duration limit = Duration.ofMinutes(2);
        Freshness freshness = new Freshness(
                Map.of("crm", limit, "erp", limit, "wms", limit),
                source -> Optional.ofNullable(known.get(source)),
                Clock.fixed(NOON, ZoneOffset.UTC));

        // Then
        assertThat(freshness.json())
                .hasToString(
                        "[{\"connection\":\"crm\",\"completeTo\":\"2026-11-20T11:59:53Z\",\"ageSeconds\":7.0,\"silent\":false},"
                                + "{\"connection\":\"erp\",\"completeTo\":\"2026-11-20T11:57:59Z\",\"ageSeconds\":121.0,\"silent\":true},"
                                + "{\"connection\":\"wms\",\"completeTo\":null,\"ageSeconds\":null,\"silent\":null}]");
    }
}
