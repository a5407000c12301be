package io.crossdock.local.client.deadletter;

import static io.crossdock.local.client.Typed.crossdock;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.client.SampleServer;
import io.crossdock.local.client.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersCommandTest {

    private static final String PATH = "GET /api/v1/dead-letters";
    private static final String NONE = "{\"items\": [], \"nextCursor\": null}";
    private static final String ONE = PATH + "?coordinates=raw.wms-east.shipment-lines-2%401234&limit=1";

    private final SampleServer server = new SampleServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldListWhatIsWrongAndWhereTheRecordLies() {
        // Given
        server.says(PATH + "?limit=2", "dead-letters.json");

        // When
        Typed typed = crossdock("dead-letters", "--limit", "2", "--server", server.url());

        // Then
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo("""
                written              connection  entity          reason               stage      key
                09:20:01             wms-east    shipment-lines  impossible-quantity  normalize  wms-east:shipment:S-77
                                     quantity is -3 in line 2; correct the row at the source.
                                     raw.wms-east.shipment-lines-2@1234
                2026-11-25 09:20:00  erp                         malformed-json       normalize
                                     It is no JSON.
                                     raw.erp.orders-0@17
                There may be more: --cursor MD0x
                """);
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldGoOnUntilThereAreSoManyAsAreWantedOrNoMore() throws Exception {
        // Given: a page may be short, because the server reads only so much for one question
        server.says(
                PATH + "?connection=erp&reason=wrong-type&since=2026-11-26T15%3A00%3A00Z&limit=500",
                "dead-letters.json");
        server.says(
                PATH + "?connection=erp&reason=wrong-type&since=2026-11-26T15%3A00%3A00Z&limit=500&cursor=MD0x",
                200,
                "application/json",
                NONE);

        // When
        Typed typed = crossdock(
                "dead-letters",
                "--connection",
                "erp",
                "--reason",
                "wrong-type",
                "--since",
                "2026-11-26T15:00:00Z",
                "--limit",
                "900",
                "--json",
                "--server",
                server.url());

        // Then
        JsonNode list = new ObjectMapper().readTree(typed.out());
        assertThat(list.path("items")).hasSize(2);
        assertThat(list.path("nextCursor").isNull()).isTrue();
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void shouldSayThatThereAreNone() {
        // Given
        server.says(PATH + "?limit=50", 200, "application/json", NONE);
        server.says(PATH + "?connection=erp&limit=50", 200, "application/json", NONE);

        // Then
        assertThat(crossdock("dead-letters", "--server", server.url()).out()).isEqualTo("No dead letters.\n");
        assertThat(crossdock("dead-letters", "--connection", "erp", "--server", server.url())
                        .out())
                .isEqualTo("No such dead letters at " + server.url() + ".\n");
    }

    @Test
    void shouldTellAllAboutOne() {
        // Given
        server.says(ONE, "dead-letters.json");

        // When
        Typed typed = crossdock("dead-letters", "show", "raw.wms-east.shipment-lines-2@1234", "--server", server.url());

        // Then
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo("""
                impossible-quantity
                quantity is -3 in line 2; correct the row at the source.
                stage       normalize
                connection  wms-east
                entity      shipment-lines
                key         wms-east:shipment:S-77
                record      raw.wms-east.shipment-lines-2@1234
                landed      09:20:00, 3 min ago
                written     09:20:01, 2 min ago
                trace       00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01
                The record itself: kcat -C -b $KAFKA_BOOTSTRAP -t raw.wms-east.shipment-lines -p 2 -o 1234 -c 1
                """);
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldEndWithOneWhenNoneSpeaksOfTheRecord() {
        // Given
        server.says(ONE, 200, "application/json", "{\"items\": [], \"nextCursor\": \"MD0x\"}");
        server.says(ONE + "&cursor=MD0x", 200, "application/json", NONE);

        // When
        Typed typed = crossdock("dead-letters", "show", "raw.wms-east.shipment-lines-2@1234", "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err())
                .isEqualTo("crossdock: No dead letter speaks of raw.wms-east.shipment-lines-2@1234 at " + server.url()
                        + ": `./crossdock dead-letters` lists them.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw.erp.orders", "raw.erp.orders-2", "raw.erp.orders@17", "-2@17", "raw.erp.orders-2@x"})
    void shouldSayHowCoordinatesLook(String typed) {
        // When
        Typed answer = crossdock("dead-letters", "show", "--server", server.url(), "--", typed);

        // Then
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }
}
