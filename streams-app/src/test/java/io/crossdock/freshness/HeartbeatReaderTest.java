package io.crossdock.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.freshness.Watermark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lands on the topic of heartbeats, no instance ends because of it. */
class HeartbeatReaderTest {

    private static final Instant LANDED = Instant.parse("2026-11-20T12:00:00Z");

    private final HeartbeatReader reader = new HeartbeatReader(Set.of("wms-east", "crm"));

    @Test
    void shouldReadAHeartbeat() {
        assertThat(read("wms-east", "{'connection':'wms-east','at':'2026-11-20T11:59:58.5Z','kind':'cdc','epoch':3}"))
                .isEqualTo(
                        new Heard.Beat("wms-east", new Watermark(Instant.parse("2026-11-20T11:59:58.5Z"), LANDED, 3)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{'ts_ms':1795176000000}",
                "{'connection':'wms-east'}",
                "{'connection':'wms-east','at':null}",
                "{'connection':'wms-east','at':1795176000}",
                "{'connection':'wms-east','at':'yesterday'}",
                "{'connection':'wms-east','at':'2026-11-20T11:59:58'}",
                "{'connection':'wms-east','at':'2026-11-20T11:59:58Z','epoch':'two'}",
                "{'connection':'crm','at':'2026-11-20T11:59:58Z'}"
            })
    void shouldRefuseWhatIsNoHeartbeatOfItsConnection(@Nullable String value) {
        assertThat(read("wms-east", value)).isEqualTo(new Heard.Refused("wms-east", "unreadable"));
    }

    @Test
    void shouldRefuseAConnectionThatNobodyKnowsWithoutRepeatingItsName() {
        assertThat(read("wms-north", "{'connection':'wms-north','at':'2026-11-20T11:59:58Z'}"))
                .isEqualTo(new Heard.Refused("unknown", "unknown-connection"));
        assertThat(read(null, "{}")).isEqualTo(new Heard.Refused("unknown", "unknown-connection"));
    }

    @Test
    void shouldRefuseAHeartbeatOfATimeThatHasNotCome() {
        assertThat(read("wms-east", "{'connection':'wms-east','at':'2027-11-20T12:00:00Z','kind':'cdc'}"))
                .isEqualTo(new Heard.Refused("wms-east", "clock-ahead"));
    }

    private Heard read(@Nullable String key, @Nullable String value) {
        return reader.read(
                key, value == null ? null : value.replace('\'', '"').getBytes(StandardCharsets.UTF_8), LANDED);
    }
}
