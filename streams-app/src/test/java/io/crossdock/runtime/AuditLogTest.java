package io.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.contract.AuditEntry;
import io.crossdock.query.NotReadyException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditLogTest {

    @Test
    void shouldSayThatItCannotWriteWhileNoBrokerAnswers() {
        // Given: nobody listens there
        AuditEntry entry = new AuditEntry(
                Instant.EPOCH, "ann", "ACKNOWLEDGE", "ord_1|ORPHAN", "crm:order:1", "ORPHAN", null, null);

        // Then
        try (AuditLog log = AuditLog.to(Map.of("bootstrap.servers", "127.0.0.1:1"), (topic, value) -> new byte[0])) {
            assertThatThrownBy(() -> log.write(0, entry))
                    .isInstanceOf(NotReadyException.class)
                    .hasMessageContaining("operator.audit");
        }
    }
}
