package io.crossdock.local.client.order;

import static io.crossdock.local.client.Typed.crossdock;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.client.SampleServer;
import io.crossdock.local.client.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderCommandTest {

    private static final String ORDER = "GET /api/v1/orders/SO-1042";
    private static final String EXCEPTIONS = "GET /api/v1/exceptions?order=ord_01e3c4ef-22d9-5673-957c-838336104931";
    private static final String SYNC = "GET /api/v1/sync?order=SO-1042";

    private final SampleServer server = new SampleServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldShowAtAGlanceWhereAnOrderStandsAndWhoKnows() {
        // Given
        server.says(ORDER, "order.json").says(EXCEPTIONS, "exceptions.json").says(SYNC, "sync.json");

        // When
        Typed typed = crossdock("order", "SO-1042", "--server", server.url());

        // Then
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo("""
                crm:order:8015g000000000hAAA
                status    PARTIALLY_SHIPPED
                order     ord_01e3c4ef-22d9-5673-957c-838336104931
                customer  C-122, their number PO-4711
                wanted    2026-11-29
                reached   leading shipped, trailing released
                axes      approval ACCEPTED, billing NOT_INVOICED, cancellation REQUESTED
                note      untracked: nobody tells whether what was shipped has arrived

                Open exceptions
                severity  type                  customer  location  since       due
                CRITICAL  SHIPPED_NOT_INVOICED  C-122     WEST      3 h 20 min  3 min ago
                          All has left, not all is invoiced after 24 hours. Worth 1250.00 USD.
                          ord_01e3c4ef-22d9-5673-957c-838336104931|SHIPPED_NOT_INVOICED

                Lines
                line  article   kind   ordered  cancel requested  allocated  released  picked  packed  shipped  unit  from
                1     SKU-1080  goods       26                 6         26        26       0       0        0  EA    WEST
                2     SKU-1064  goods       18                 0         18        18      11      11       11  EA    WEST
                3     SKU-7     kit    unknown                 0          0         0       0       0        0  EA

                Shipments
                shipment                        state    carrier  tracking
                wms-west:shipment:001139228161  SHIPPED  USPS     9400000000001139228185, 9400000000001139228187

                Milestones, times of America/Chicago
                2026-11-25 09:18:23  captured   order
                2026-11-26 09:18:25  accepted   order
                2026-11-26 09:18:44  allocated  line 1, line 2
                2026-11-26 09:18:51  shipped    wms-west:shipment:001139228161

                Told
                target                       what                                                when
                crm       knows              captured, accepted                                  told at 09:18:47
                crm       does not know yet  allocated, shipped                                  true since 09:18:44, 4 min
                erp       refused            invoice-request for wms-west:shipment:001139228161  true since 09:18:51, 4 min
                wms-west  has done           warehouse-order for erp:sales-order:SO-1042         told at 09:18:42

                Heard
                crm       complete to 09:22:53, 7 s ago
                erp       silent: complete to 09:11:00, 12 min ago; what happened there since is not known here
                wms-east  silent: nothing heard yet; what happened there is not known here
                wms-west  complete to 09:22:58, 2 s ago

                Known as
                crm       order         8015g000000000hAAA
                          order-number  00000013
                erp       sales-order   SO-1042
                usps      tracking      9400000000001139228185, 9400000000001139228187
                wms-west  order         001139227957
                          shipment      001139228161
                """);
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldStillShowTheOrderWhenWhatIsBesideItCannotBeTold() {
        // Given
        server.says(ORDER, "order.json")
                .refuses(EXCEPTIONS, 503, "The stores are being restored.")
                .says(SYNC, "sync.json");

        // When
        Typed typed = crossdock("order", "SO-1042", "--server", server.url());

        // Then
        assertThat(typed.out()).contains("Open exceptions\nNot known at the moment.", "PARTIALLY_SHIPPED", "Told");
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldPrintTheServersJsonAndAskNothingBesides() throws Exception {
        // Given
        server.says(ORDER, "order.json");

        // When
        Typed typed = crossdock("order", "SO-1042", "--json", "--server", server.url());

        // Then
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(typed.out())).isEqualTo(json.readTree(SampleServer.sample("order.json")));
        assertThat(server.asked()).containsExactly(ORDER);
    }

    @Test
    void shouldTellTheChangesOfAnOrder() {
        // Given
        server.says(ORDER + "/timeline", "timeline.json");

        // When
        Typed typed = crossdock("order", "SO-1042", "--timeline", "--server", server.url());

        // Then
        assertThat(typed.out()).isEqualTo("""
                Changes, times of America/Chicago
                at                           what                                         by
                2026-11-25 09:18:30  fact    crm:order:8015g000000000hAAA order CAPTURED  raw.crm.orders-3@23
                2026-11-25 09:18:30  status  first known → OPEN                           raw.crm.orders-3@23
                2026-11-26 09:18:47  sync    crm shows OPEN
                """);
    }

    @Test
    void shouldTellWhyIdentifiersAreOneOrder() {
        // Given
        server.says(ORDER + "/explain", "explain.json");

        // When
        Typed typed = crossdock("order", "SO-1042", "--explain", "--server", server.url());

        // Then
        assertThat(typed.out()).isEqualTo("""
                Why this is one order
                crm:order:8015g000000000hAAA captured the order: it is the highest record that we did not write ourselves.
                erp:sales-order:SO-1042 is the same order as crm:order:8015g000000000hAAA, because sales-orders SO-1042 names
                it (explicit reference, raw.erp.sales-orders-1@5).
                """);
    }

    @Test
    void shouldEndWithOneWhenNobodyHasHeardOfTheOrder() {
        // Given
        server.refuses("GET /api/v1/orders/PO%2F7%20a", 404, "No system has said anything about it.");

        // When
        Typed typed = crossdock("order", "PO/7 a", "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .isEqualTo("crossdock: No system has said anything about 'PO/7 a', asked at " + server.url()
                        + ": look for a slip of the pen, or try another number of the order.\n");
    }

    @Test
    void shouldListTheCandidatesWhenSeveralAnswerToTheName() {
        // Given
        String choice = "{\"candidates\": [\"wms-east:shipment:S-77\", \"erp:invoice:S-77\"]}";
        server.says("GET /api/v1/orders/S-77", 300, "application/json", choice);

        // When
        Typed typed = crossdock("order", "S-77", "--server", server.url());

        // Then
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).isEqualTo("""
                Several things are called 'S-77'; ask for one of them
                ./crossdock order wms-east:shipment:S-77
                ./crossdock order erp:invoice:S-77
                """);
    }

    @Test
    void shouldListOrdersPageAfterPage() {
        // Given
        String first = "GET /api/v1/orders?status=SHIPPED&customer=C-1&exception=DRIFT&limit=";
        server.says(first + "3", 200, "application/json", page("\"next\"", "SO-1", "SO-2"));
        server.says(first + "1&cursor=next", 200, "application/json", page("\"more\"", "SO-3"));

        // When
        Typed typed = crossdock(
                "order",
                "--status=SHIPPED",
                "--customer=C-1",
                "--exception=DRIFT",
                "--limit=3",
                "--server",
                server.url());

        // Then
        assertThat(typed.out()).isEqualTo("""
                order                 status   customer  reached  lines  shipments  exceptions
                erp:sales-order:SO-1  SHIPPED  C-1       shipped      2          1  DRIFT
                erp:sales-order:SO-2  SHIPPED  C-1       shipped      2          1  DRIFT
                erp:sales-order:SO-3  SHIPPED  C-1       shipped      2          1  DRIFT
                There may be more: --cursor more
                """);
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldSayThatThereAreNoSuchOrders() {
        // Given
        server.says("GET /api/v1/orders?limit=50", 200, "application/json", page("null"));

        // When
        Typed typed = crossdock("order", "--server", server.url());

        // Then
        assertThat(typed.out()).isEqualTo("No such orders at " + server.url() + ".\n");
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void shouldWatchUntilTheOrderIsGone() {
        // Given
        server.says(ORDER + "/explain", "explain.json").refuses(ORDER + "/explain", 404, "gone");

        // When
        Typed typed = crossdock("order", "SO-1042", "--explain", "--watch", "--server", server.url());

        // Then
        assertThat(typed.out()).contains("captured the order");
        assertThat(typed.err()).contains("No system has said anything about 'SO-1042'");
        assertThat(typed.exitCode()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAnIdentifierTogetherWithAList() {
        // When
        Typed typed = crossdock("order", "SO-1042", "--status", "SHIPPED");

        // Then
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err())
                .isEqualTo("crossdock: One order, or a list: an ID goes with --timeline, --explain and --watch only:"
                        + " `./crossdock order --help` says how.\n");
    }

    private static String page(String nextCursor, String... orders) {
        StringBuilder items = new StringBuilder();
        for (String order : orders) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"root\": \"erp:sales-order:")
                    .append(order)
                    .append(
                            "\", \"status\": \"SHIPPED\", \"customer\": \"C-1\", \"customerPo\": null, \"leadingMilestone\": \"shipped\",")
                    .append(" \"lines\": [{}, {}], \"shipments\": [{}], \"exceptions\": [\"DRIFT\"]}");
        }
        return "{\"items\": [" + items + "], \"nextCursor\": " + nextCursor + "}";
    }
}
