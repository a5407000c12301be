package io.crossdock.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.crossdock.order.fact.Identifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeersTest {

    private final Peers peers = new Peers();
    private final List<String> asked = new ArrayList<>();
    private final List<String> ages = new ArrayList<>();
    private final HttpServer other;
    private int status = 200;
    private String body = "{}";

    PeersTest() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void answer() {
        other.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst(Peers.HEADER));
            ages.add(exchange.getRequestHeaders().getFirst(Peers.AGE));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        other.start();
    }

    @AfterEach
    void stop() {
        other.stop(0);
    }

    @Test
    void shouldAskTheOtherInstanceForTheWayUp() {
        // Given
        body = "{\"known\":true,\"parents\":[\"erp:sales-order:SO-1\",\"crm:order:C 5\"]}";

        // When
        Rung rung = peers.rung(address(), Identifier.parse("wms-east:shipment:S/7 7"), Age.CURRENT);

        // Then
        assertThat(rung.known()).isTrue();
        assertThat(rung.parents())
                .containsExactly(Identifier.parse("crm:order:C 5"), Identifier.parse("erp:sales-order:SO-1"));
        assertThat(asked)
                .containsExactly(
                        "/internal/mailbox?id=wms-east%3Ashipment%3AS%2F7%207 wms-east%3Ashipment%3AS%2F7%207");
    }

    @Test
    void shouldReadAPageWithItsCursor() {
        // Given
        body = "{\"items\":[{\"orderId\":\"ord_1\"}],\"nextCursor\":\"abc\"}";

        // When
        Page page = peers.page(address(), "/api/v1/orders?limit=1", Age.CURRENT);

        // Then
        assertThat(page.items())
                .extracting(item -> item.path("orderId").asText())
                .containsExactly("ord_1");
        assertThat(page.nextCursor()).isEqualTo("abc");
        assertThat(asked).containsExactly("/api/v1/orders?limit=1 partition");
    }

    @Test
    void shouldNotTakeAnInstanceThatIsNotReadyForAnEmptyOne() {
        // Given
        status = 503;

        // Then
        assertThatThrownBy(() -> peers.page(address(), "/api/v1/orders", Age.CURRENT))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining(address());
    }

    @Test
    void shouldNotTakeAnInstanceThatIsGoneForAnEmptyOne() {
        // Given
        other.stop(0);

        // Then
        assertThatThrownBy(() -> peers.rung(address(), Identifier.parse("crm:order:C-5"), Age.CURRENT))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void shouldNotAskAgainForAMomentWhereNobodyAnswered() throws IOException {
        // Given
        String address = address();
        other.stop(0);
        assertThatThrownBy(() -> peers.page(address, "/api/v1/orders", Age.CURRENT))
                .hasMessageContaining("does not answer");

        // When
        assertThatThrownBy(() -> peers.page(address, "/api/v1/orders", Age.CURRENT))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("did not answer a moment ago");

        // Then
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldAskForACopy() {
        // When
        peers.page(address(), "/api/v1/orders", Age.COPY);

        // Then
        assertThat(ages).containsExactly("COPY");
    }

    @Test
    void shouldPassOnWhatTheOtherInstanceRefuses() {
        // Given
        status = 404;
        body = "{\"title\":\"Unknown order\"}";

        // When
        Peers.Answer answer = peers.get(address(), "/api/v1/orders/C-5", "crm%3Aorder%3AC-5", Age.CURRENT);

        // Then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Unknown order");
    }

    private String address() {
        return "127.0.0.1:" + other.getAddress().getPort();
    }
}
