package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OrderArchive;
import io.crossdock.contract.OrderStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of orders that are done and quiet: R143 to R145. */
class ArchiveTest {

    private static final Duration ARCHIVE_AFTER = Duration.ofDays(30);
    private static final Duration RETENTION = Duration.ofDays(400);
    private static final List<String> LIVE =
            List.of("mailboxes", "orders", "order-parts", "history", "outbox", "syncs", "unsynced", "exceptions");

    /** CRM order and its number, sales order, shipment, invoice, and the order's own name; the topmost keeps its version too. */
    private static final int MAILBOXES_OF_AN_ORDER = 6;

    /** Its eight rows at their homes and above, its own name, what was published and what three targets answered to four messages. */
    private static final int ROWS_OF_AN_ORDER = 27;

    @Test
    void shouldArchiveAnOrderThatIsDoneAndQuiet() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given:
            done(flow, 1);
            OrderStatus last = flow.statuses().getLast().value;
            assertThat(flow.passes(ARCHIVE_AFTER.minusDays(1)).archive()).isEmpty();

            // When:
            flow.passes(Duration.ofDays(2)).drains();

            // Then: its status and its facts go to the topic, and nothing of it stays in the live stores
            assertThat(flow.archive()).singleElement().satisfies(record -> {
                assertThat(record.key).isEqualTo(last.getOrderId());
                assertThat(record.value.getStatus()).isEqualTo(last);
                assertThat(record.value.getFacts()).hasSizeGreaterThan(8);
            });
            assertThat(LIVE)
                    .allSatisfy(store -> assertThat(flow.rows(store)).as(store).isZero());
        }
    }

    @Test
    void shouldNotArchiveAnOrderThatIsNotDone() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: everything but the invoice
            for (TestOrders.Row row : TestOrders.done(1)) {
                if (!row.entity().startsWith("erp/invoice")) {
                    lands(flow, row);
                }
            }
            flow.settles();

            // When:
            flow.passes(ARCHIVE_AFTER.multipliedBy(3)).drains();

            // Then:
            assertThat(flow.archive()).isEmpty();
            assertThat(flow.rows("mailboxes")).isPositive();
        }
    }

    @Test
    void shouldWaitAnewWhenSomethingIsHeardMeanwhile() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: a change in the middle of the time
            done(flow, 1);
            flow.passes(ARCHIVE_AFTER.minusDays(10));
            flow.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'00001001','PoNumber':'PO-1'}", 30);
            flow.settles();

            // When: the first deadline is due
            flow.passes(Duration.ofDays(11)).drains();

            // Then:
            assertThat(flow.archive()).isEmpty();
            assertThat(flow.passes(ARCHIVE_AFTER).drains().archive()).hasSize(1);
        }
    }

    @Test
    void shouldNotBeRevivedByWhatIsOlderOrEqual() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given:
            archived(flow);

            // When: every row comes once more
            for (TestOrders.Row row : TestOrders.done(1)) {
                lands(flow, row);
            }

            // Then: each is a duplicate, nothing is published, nothing comes back
            assertThat(flow.statuses()).isEmpty();
            assertThat(flow.hops()).isEmpty();
            assertThat(flow.rows("mailboxes")).isZero();
            assertThat(flow.outcomes()).containsEntry("outcome|normalize|crm|duplicate", 2L);
        }
    }

    @Test
    void shouldReviveWithANewerFactAsIfItHadNeverBeenAway() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given:
            done(flow, 1);
            OrderStatus before = flow.statuses().getLast().value;
            flow.passes(ARCHIVE_AFTER.plusDays(1)).drains();
            int told = flow.told().size();
            flow.archive();

            // When: the customer sends two units back for money
            flow.lands("erp/credit-memos", "{'memo_no':'CM-1','order_no':'SO-1'}", 40);
            flow.lands("erp/credit-memo-lines", "{'memo_no':'CM-1','line_no':1,'order_line_no':10,'quantity':'2'}", 41);
            flow.settles();

            // Then: it goes on under its own name with the next versions, its targets are told only what changed
            OrderStatus after = flow.statuses().getLast().value;
            assertThat(after.getOrderId()).isEqualTo(before.getOrderId());
            assertThat(after.getVersion().getSeq())
                    .isGreaterThan(before.getVersion().getSeq());
            assertThat(after.getAxes().getBilling()).isEqualTo("PARTIALLY_CREDITED");
            assertThat(flow.archive()).extracting(record -> record.value).containsExactly((OrderArchive) null);
            assertThat(flow.told().subList(told, flow.told().size()))
                    .allSatisfy(message -> assertThat(message.getVersion().getSeq())
                            .isGreaterThan(before.getVersion().getSeq()));
        }
    }

    @Test
    void shouldHoldOnlyTheOrdersInMotionWhenAThousandHavePassed() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            int most = 0;
            for (int wave = 0; wave < 10; wave++) {
                // Given: a hundred orders, done
                for (int number = 0; number < 100; number++) {
                    comes(flow, wave * 100 + number);
                }
                flow.settles();
                most = Math.max(most, flow.rows("mailboxes"));

                // When: a month goes by
                flow.passes(ARCHIVE_AFTER.plusDays(1)).drains();

                // Then:
                assertThat(LIVE)
                        .allSatisfy(
                                store -> assertThat(flow.rows(store)).as(store).isZero());
            }

            // Then: never more than those of one month
            assertThat(most).isEqualTo(100 * ROWS_OF_AN_ORDER);
            assertThat(flow.archive()).hasSize(1_000);
        }
    }

    static List<Integer> seeds() {
        return IntStream.rangeClosed(1, 6).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldEndTheSameWithAndWithoutTheArchive(int seed) throws JsonProcessingException {
        // Given: an order, and later changes that come in any order, some before and some after it was archived
        Random random = new Random(seed);
        List<TestOrders.Row> first = TestOrders.done(1);
        List<TestOrders.Row> later = new ArrayList<>(later());
        Collections.shuffle(later, random);

        // When:
        String with = played(first, later, random, true);
        String without = played(first, later, random, false);

        // Then: but for the versions
        assertThat(with).isEqualTo(without);
    }

    @Test
    void shouldKeepOnlyCountersAfterTheRetention() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given:
            done(flow, 1);
            OrderStatus before = flow.statuses().getLast().value;
            flow.passes(ARCHIVE_AFTER.plusDays(1)).drains().archive();

            // When:
            flow.passes(RETENTION.plusDays(1)).drains();

            // Then: the topics end the order
            assertThat(flow.archive())
                    .singleElement()
                    .extracting(record -> record.value)
                    .isNull();
            assertThat(flow.statuses())
                    .singleElement()
                    .extracting(record -> record.value)
                    .isNull();

            // Then: of each mailbox its counters, of the order its version
            assertThat(flow.rows("archive")).isEqualTo(MAILBOXES_OF_AN_ORDER + 1);

            // When: somebody orders under the same number again
            flow.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'00001001'}", 90);

            // Then: its versions go on above the old ones
            assertThat(flow.statuses().getLast().value.getVersion().getSeq())
                    .isGreaterThan(before.getVersion().getSeq());
        }
    }

    @Test
    void shouldTellATargetNothingThatItShowedBeforeTheArchive() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given:
            archived(flow);
            int told = flow.told().size();

            // When: something changes that the CRM is not told
            flow.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'1001','PoNumber':'PO-1'}", 50);

            // Then:
            assertThat(flow.statuses()).hasSize(1);
            assertThat(flow.told()).hasSize(told);
        }
    }

    @Test
    void shouldForgetNothingBelowAnOrderThatCameBack() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: the customer writes after a year; what is below the order stays in the archive
            archived(flow);
            flow.passes(RETENTION.minusDays(10)).drains();
            flow.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'1001','PoNumber':'PO-1'}", 50);
            flow.settles();

            // When: the time is over, and then the warehouse corrects a shipment
            flow.passes(Duration.ofDays(20)).drains();
            flow.lands(
                    "wms-east/shipment-lines",
                    "{'shipment_id':'S-1','line_no':1,'erp_order_no':'SO-1','erp_line_no':10,'quantity':'4'}",
                    60);

            // Then: the order hears of it
            assertThat(flow.statuses().getLast().value.getLines().getFirst().getQuantities())
                    .containsEntry("shipped", "4");
        }
    }

    @Test
    void shouldRememberWhatIsArchivedOverARestart() throws JsonProcessingException {
        // Given:
        Flow first = new Flow();
        archived(first);

        // When:
        try (Flow second = first.restarted(Duration.ofHours(1))) {
            lands(second, TestOrders.done(1).getFirst());

            // Then:
            assertThat(second.statuses()).isEmpty();
            assertThat(second.rows("mailboxes")).isZero();
        }
    }

    private static String played(List<TestOrders.Row> first, List<TestOrders.Row> later, Random random, boolean archive)
            throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            for (TestOrders.Row row : first) {
                lands(flow, row);
            }
            flow.settles();
            for (int i = 0; i < later.size(); i++) {
                if (archive && (i == 0 || random.nextBoolean())) {
                    flow.passes(ARCHIVE_AFTER.plusDays(1)).drains();
                }
                lands(flow, later.get(i));
                flow.settles();
            }
            assertThat(flow.archive().isEmpty()).isEqualTo(!archive);
            return flow.statuses().stream()
                    .filter(status -> status.value != null)
                    .reduce((one, next) -> next)
                    .map(status -> status.value.getContentHash() + " " + status.value.getStatus())
                    .orElseThrow();
        }
    }

    private static void done(Flow flow, int number) throws JsonProcessingException {
        comes(flow, number);
        flow.settles();
    }

    private static void comes(Flow flow, int number) throws JsonProcessingException {
        for (TestOrders.Row row : TestOrders.done(number)) {
            lands(flow, row);
        }
    }

    private static void archived(Flow flow) throws JsonProcessingException {
        done(flow, 1);
        flow.passes(ARCHIVE_AFTER.plusDays(1)).drains();
        assertThat(flow.rows("mailboxes")).isZero();
        flow.statuses();
        flow.hops();
        flow.archive();
    }

    /** Corrections at every height of the order, in versions above and below what is known. */
    private static List<TestOrders.Row> later() {
        return List.of(
                new TestOrders.Row(
                        "crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'1001','PoNumber':'PO-7'}", 50),
                new TestOrders.Row(
                        "erp/sales-order-lines",
                        "{'order_no':'SO-1','line_no':10,'customer_line':1,'qty_ordered':'4'}",
                        51),
                new TestOrders.Row(
                        "erp/sales-order-lines",
                        "{'order_no':'SO-1','line_no':10,'customer_line':1,'qty_ordered':'9'}",
                        0),
                new TestOrders.Row(
                        "wms-east/shipments",
                        "{'id':'S-1','erp_order_no':'SO-1','status':'SHIPPED','shipped_at':'2026-11-20T11:30:00Z'}",
                        52),
                new TestOrders.Row(
                        "wms-east/shipment-lines",
                        "{'shipment_id':'S-1','line_no':1,'erp_order_no':'SO-1','erp_line_no':10,'quantity':'4'}",
                        53),
                new TestOrders.Row("erp/credit-memos", "{'memo_no':'CM-1','order_no':'SO-1'}", 54),
                new TestOrders.Row(
                        "erp/credit-memo-lines",
                        "{'memo_no':'CM-1','line_no':1,'order_line_no':10,'quantity':'1'}",
                        55),
                new TestOrders.Row(
                        "erp/invoice-lines", "{'invoice_no':'I-1','line_no':1,'order_line_no':10,'quantity':'4'}", 56));
    }

    private static void lands(Flow flow, TestOrders.Row row) throws JsonProcessingException {
        flow.lands(row.entity(), row.columns(), row.version());
    }
}
