package io.crossdock.local.client.exception;

import static io.crossdock.local.client.Typed.crossdock;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.client.SampleServer;
import io.crossdock.local.client.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExceptionsCommandTest {

    private static final String ORDER = "ord_01e3c4ef-22d9-5673-957c-838336104931";
    private static final String ID = ORDER + "|SHIPPED_NOT_INVOICED";
    private static final String ACKNOWLEDGE =
            "POST /api/v1/exceptions/" + ORDER + "%7CSHIPPED_NOT_INVOICED/acknowledge";

    private final SampleServer server = new SampleServer().says("GET /api/v1/exceptions", "exceptions.json");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldListTheMostSevereFirst() {
        // When
        Typed typed = crossdock("exceptions", "--server", server.url());

        // Then
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo("""
                severity  type                  customer  location  since       due
                CRITICAL  SHIPPED_NOT_INVOICED  C-122     WEST      3 h 20 min  3 min ago
                          All has left, not all is invoiced after 24 hours. Worth 1250.00 USD.
                          ord_01e3c4ef-22d9-5673-957c-838336104931|SHIPPED_NOT_INVOICED
                MAJOR     EFFECT_REFUSED        C-100               23 min      in 1 d 7 h
                          erp refused invoice-request: unknown article. Acknowledged by Ann, 13 min ago: the ERP desk adds it
                          ord_a0479196-df86-5a76-89bb-8279b5e5344a|EFFECT_REFUSED|erp|invoice
                MAJOR     SOURCE_SILENT                             5 min
                          wms-east has said nothing for 5 min; 312 orders may be further than shown.
                          wms-east|SOURCE_SILENT
                """);
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldListOnlyWhatIsSoSevereOrWorse() throws Exception {
        // When
        Typed typed = crossdock("exceptions", "--severity", "critical", "--json", "--server", server.url());

        // Then
        JsonNode items = new ObjectMapper().readTree(typed.out()).path("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("exceptionId").asText()).isEqualTo(ID);
    }

    @Test
    void shouldListTheExceptionsOfOneOrderByAnyIdentifier() {
        // Given
        server.says("GET /api/v1/orders/SO-1042", "order.json");
        server.says("GET /api/v1/exceptions?order=" + ORDER, "exceptions.json");

        // When
        Typed typed = crossdock("exceptions", "--order", "SO-1042", "--server", server.url());

        // Then
        assertThat(typed.out()).contains("SHIPPED_NOT_INVOICED").doesNotContain("SOURCE_SILENT", "EFFECT_REFUSED");
    }

    @Test
    void shouldListTheExceptionsOfOneTypeAndCustomer() {
        // Given
        server.says("GET /api/v1/exceptions?type=EFFECT_REFUSED&customer=C-100", "exceptions.json");

        // When
        Typed typed =
                crossdock("exceptions", "--type", "EFFECT_REFUSED", "--customer", "C-100", "--server", server.url());

        // Then
        assertThat(typed.out()).contains("EFFECT_REFUSED").doesNotContain("SOURCE_SILENT", "SHIPPED_NOT_INVOICED");
    }

    @Test
    void shouldFailTheCheckWhileOneIsOpenThatNobodyTakesCareOf() {
        // When
        Typed typed = crossdock("exceptions", "--check", "--severity", "CRITICAL", "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).contains("SHIPPED_NOT_INVOICED");
    }

    @Test
    void shouldPassTheCheckWhenSomebodyTakesCareOfAll() {
        // Given
        server.says("GET /api/v1/exceptions?customer=C-100", "exceptions.json");

        // When
        Typed typed = crossdock("exceptions", "--check", "--customer", "C-100", "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isZero();
        assertThat(typed.out()).contains("EFFECT_REFUSED");
    }

    @Test
    void shouldSayThatNothingIsOpen() {
        // Given
        try (SampleServer quiet = new SampleServer()
                .says("GET /api/v1/exceptions", 200, "application/json", "{\"items\": [], \"nextCursor\": null}")) {

            // When
            Typed typed = crossdock("exceptions", "--check", "--server", quiet.url());

            // Then
            assertThat(typed.out()).isEqualTo("No open exceptions.\n");
            assertThat(typed.exitCode()).isZero();
        }
    }

    @Test
    void shouldTellAllAboutOne() {
        // When
        Typed typed = crossdock("exceptions", "show", ORDER, "--server", server.url());

        // Then
        assertThat(typed.out()).isEqualTo("""
                SHIPPED_NOT_INVOICED
                All has left, not all is invoiced after 24 hours.
                severity  CRITICAL
                state     OPEN
                about     ord_01e3c4ef-22d9-5673-957c-838336104931
                customer  C-122, STRATEGIC
                location  WEST
                target    erp
                worth     1250.00 USD
                since     06:03:00, 3 h 20 min ago
                due       09:20:00, 3 min ago
                id        ord_01e3c4ef-22d9-5673-957c-838336104931|SHIPPED_NOT_INVOICED
                """);
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldEndWithOneWhenNoneIsCalledSo() {
        // When
        Typed typed = crossdock("exceptions", "show", "ord_1|DRIFT", "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err())
                .isEqualTo("crossdock: No open exception is called 'ord_1|DRIFT' at " + server.url()
                        + ": it may be resolved; `./crossdock exceptions` lists those that are open.\n");
    }

    @Test
    void shouldAcknowledgeOneInSomebodysName() {
        // Given
        server.says(ACKNOWLEDGE, 200, "application/json", """
                {"exceptionId": "%s", "type": "SHIPPED_NOT_INVOICED", "state": "ACKNOWLEDGED", "severity": "CRITICAL",
                  "orderId": "%s", "text": "All has left.", "acknowledgedAt": "2026-11-26T15:23:00Z", "acknowledgedBy": "Bea",
                  "note": "calls \\"them\\""}
                """.formatted(ID, ORDER));

        // When
        Typed typed = crossdock(
                "exceptions", "acknowledge", ID, "--by", "Bea", "--note", "calls \"them\"", "--server", server.url());

        // Then
        assertThat(server.asked()).endsWith(ACKNOWLEDGE + " {\"by\":\"Bea\",\"note\":\"calls \\\"them\\\"\"}");
        assertThat(typed.out()).contains("Acknowledged by Bea, 0 s ago: calls \"them\"");
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldEndWithOneWhenItIsNotOpenAnyMore() {
        // Given
        server.refuses(ACKNOWLEDGE, 404, "It is not open.");

        // When
        Typed typed = crossdock("exceptions", "acknowledge", ID, "--by", "Bea", "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("is not open any more").contains(server.url());
    }

    @Test
    void shouldWantToKnowWhoTakesCareOfIt() {
        // When
        Typed typed = crossdock("exceptions", "acknowledge", ID, "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err())
                .isEqualTo("crossdock: Missing required option: '--by=NAME':"
                        + " `./crossdock exceptions acknowledge --help` says how.\n");
    }
}
