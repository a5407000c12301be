package io.crossdock.order.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Identifier;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderIdTest {

    @Test
    void shouldAgreeWithTheExampleOfRfc9562() {
        // Given
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        // When
        UUID id = OrderId.version5(dns, "www.example.com");

        // Then
        assertThat(id).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    /** R23: a published name must survive every rebuild, so it is pinned here. */
    @Test
    void shouldKeepTheNameOfAnOrderForEver() {
        // When
        String id = OrderId.of(Identifier.parse("crm:order:8015g00000AbCdEAAV"));

        // Then
        assertThat(id).isEqualTo("ord_a50a3f26-7689-538b-98d2-ed179e3f7319");
    }
}
