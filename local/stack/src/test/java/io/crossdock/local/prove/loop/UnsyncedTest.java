package io.crossdock.local.prove.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.broker.Metrics;
import org.junit.jupiter.api.Test;

class UnsyncedTest {

    @Test
    void shouldNoticeWhatATargetDoesNotKnow() {
        // Given
        Metrics metrics = Metrics.parse("""
                crossdock_order_state_unsynced{state="shipped",target="crm"} 2.0
                crossdock_order_state_unsynced{state="packed",target="crm"} 0.0
                crossdock_order_state_unsynced{state="shipped",target="erp"} 1.0
                """);

        // Then
        assertThat(Unsynced.check(Unsynced.of(metrics)).passed()).isFalse();
        assertThat(Unsynced.of(metrics)).containsOnlyKeys("shipped at crm", "shipped at erp");
    }
}
