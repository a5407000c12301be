package io.crossdock.connect.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.crossdock.contract.OrderVersion;
import io.crossdock.contract.OutKind;
import io.crossdock.contract.OutMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.junit.jupiter.api.Test;

/** A sink sees our contracts as plain maps. */
class ContractConverterTest {

    private static final Map<String, String> OPTIONS = Map.of("registry.url", "http://127.0.0.1:1/apis/registry/v3");

    private final MemoryRegistry registry = new MemoryRegistry();
    private final ContractConverter converter = new ContractConverter(registry);

    @Test
    void shouldCloseThoughItWasNeverConfigured() {
        assertThatCode(() -> new ContractConverter().close()).doesNotThrowAnyException();
    }

    @Test
    void shouldReadAContractAsAMapWithoutSchema() {
        // Given
        OutMessage message = OutMessage.newBuilder()
                .setKind(OutKind.STATE)
                .setTarget("crm")
                .setTargetKey("801A")
                .setExternalId(false)
                .setObject("Order")
                .setSender("crm:order:801A")
                .setOrderId("ord_1")
                .setVersion(new OrderVersion(1L, 7L))
                .setContentHash("h")
                .setIdempotencyKey("k")
                .setPayload("{}")
                .setSentAt(Instant.ofEpochMilli(1_795_168_800_123L))
                .build();
        byte[] bytes;
        try (AvroKafkaSerializer<OutMessage> serializer = new AvroKafkaSerializer<>(registry)) {
            serializer.configure(RegistrySettings.of("http://127.0.0.1:1", Map.of(), ""), false);
            bytes = serializer.serialize("out.crm", message);
        }
        converter.configure(OPTIONS, false);
        // When
        SchemaAndValue read = converter.toConnectData("out.crm", bytes);
        // Then
        Map<String, Object> expected = new HashMap<>(Map.of(
                "kind", "STATE",
                "target", "crm",
                "targetKey", "801A",
                "externalId", false,
                "object", "Order",
                "sender", "crm:order:801A",
                "orderId", "ord_1",
                "version", Map.of("epoch", 1L, "seq", 7L),
                "contentHash", "h",
                "idempotencyKey", "k"));
        expected.put("payload", "{}");
        expected.put("sentAt", 1_795_168_800_123L);
        expected.put("traceparent", null);
        expected.put("effect", null);
        expected.put("lane", "NORMAL");
        assertThat(read.schema()).isNull();
        assertThat(read.value()).isEqualTo(expected);
    }

    @Test
    void shouldReadATombstoneAsNull() {
        converter.configure(OPTIONS, false);
        assertThat(converter.toConnectData("out.crm", null)).isEqualTo(SchemaAndValue.NULL);
    }

    @Test
    void shouldSayWhichTopicHoldsBytesThatAreNoContract() {
        converter.configure(OPTIONS, false);
        assertThatThrownBy(() -> converter.toConnectData("out.crm", new byte[] {9, 9, 9, 9, 9, 9}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("out.crm");
    }

    @Test
    void shouldRefuseToWrite() {
        assertThatThrownBy(() -> converter.fromConnectData("out.crm", null, Map.of()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("only reads");
    }
}
