package io.crossdock.connect.sink.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.crossdock.connect.call.Lane;
import io.crossdock.connect.delivery.Message;
import io.crossdock.connect.delivery.UnusablePayload;
import io.crossdock.order.fact.OrderVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which columns a message fills. */
class RowTest {

    @Test
    void shouldFillItsKeyItsVersionAndTheFieldsOfThePayload() throws Exception {
        // Given
        Message message = message(null, "{\"order_no\":\"SO-1\",\"shipments\":[]}");
        // When
        Row row = Row.of(message, "idempotency_key", "version");
        // Then
        assertThat(row.table()).isEqualTo("inbound_confirmations");
        assertThat(row.values().keySet()).containsExactly("idempotency_key", "version", "order_no", "shipments");
        assertThat(row.values()).containsEntry("idempotency_key", TextNode.valueOf("erp|SO-1|1.3"));
        assertThat(row.values()).containsEntry("version", TextNode.valueOf("1.3"));
    }

    @Test
    void shouldGiveAnEffectNoVersionAndLetNobodyElseSetTheKey() throws Exception {
        // Given
        Message message = message("invoice-trigger", "{\"idempotency_key\":\"forged\",\"order_no\":\"SO-1\"}");
        // When
        Row row = Row.of(message, "idempotency_key", "version");
        // Then
        assertThat(row.values().keySet()).containsExactly("idempotency_key", "order_no");
        assertThat(row.values()).containsEntry("idempotency_key", TextNode.valueOf("erp|SO-1|1.3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Order", "a b", "a\\\"; drop table x; --", "a`b", "1a", "", "ä"})
    void shouldRefuseAFieldThatIsNoNameOfAColumn(String field) {
        // Given
        Message message = message(null, "{\"" + field + "\":1}");
        // When // Then
        assertThatThrownBy(() -> Row.of(message, "idempotency_key", "version"))
                .isInstanceOf(UnusablePayload.class)
                .hasMessageContaining("payload mapping");
    }

    private static Message message(@Nullable String effect, String payload) {
        return new Message(
                effect,
                "erp",
                "SO-1",
                true,
                "inbound_confirmations",
                "erp:sales-order:SO-1",
                "ord_1",
                new OrderVersion(1, 3),
                "hash",
                "erp|SO-1|1.3",
                payload,
                Lane.NORMAL,
                null);
    }
}
