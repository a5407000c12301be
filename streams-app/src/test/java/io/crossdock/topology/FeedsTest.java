package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.contract.OrderException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R96, R97: what a connection's facts look like as a whole, through the whole topology. */
class FeedsTest {

    private static final int LIMIT = 50;

    @Test
    void shouldHoldDeletionsThatComeFasterThanPeopleDelete() {
        try (Flow flow = new Flow()) {
            // Given
            order(flow, LIMIT + 10);
            flow.exceptions();

            // When
            for (int line = 1; line <= LIMIT + 10; line++) {
                delete(flow, line);
            }

            // Then
            List<OrderException> opened = flow.exceptions().stream()
                    .filter(exception -> exception.getType().equals("MASS_DELETE"))
                    .toList();
            assertThat(opened).singleElement().satisfies(exception -> {
                assertThat(exception.getState()).isEqualTo("OPEN");
                assertThat(exception.getSubject()).isEqualTo("erp");
                assertThat(exception.getOrderId()).isNull();
                assertThat(exception.getText()).contains("sales-order-lines").contains("deletes.confirmedUntil");
            });
            assertThat(flow.statuses().getLast().value.getLines()).hasSize(10);
            assertThat(flow.outcomes())
                    .containsEntry("outcome|normalize|erp|parked", 10L)
                    .containsEntry("exception|MASS_DELETE|CRITICAL", 1L);
        }
    }

    @Test
    void shouldHoldADeletionOnceWhenItComesAgain() {
        try (Flow flow = new Flow()) {
            order(flow, LIMIT + 1);
            for (int line = 1; line <= LIMIT + 1; line++) {
                delete(flow, line);
            }
            delete(flow, LIMIT + 1);

            assertThat(flow.outcomes()).containsEntry("exception|MASS_DELETE|CRITICAL", 1L);
            assertThat(flow.statuses().getLast().value.getLines()).hasSize(1);
        }
    }

    @Test
    void shouldSayThatASourceWentBackWhenMostOfWhatItSaysIsOld() {
        try (Flow flow = new Flow()) {
            // Given
            for (int order = 1; order <= 60; order++) {
                header(flow, order, 1_000_000L + order);
            }

            // When: the database was restored, positions begin again
            for (int again = 1; again <= 400; again++) {
                header(flow, 1 + again % 60, again);
            }

            // Then
            assertThat(flow.exceptions())
                    .filteredOn(exception -> exception.getType().equals("SOURCE_REGRESSED"))
                    .singleElement()
                    .satisfies(exception -> {
                        assertThat(exception.getSubject()).isEqualTo("erp");
                        assertThat(exception.getText()).contains("raise the epoch");
                    });
        }
    }

    private static void header(Flow flow, int order, long version) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("order_no", "SO-" + order);
        lands(flow, "erp/sales-orders", row, "u", version);
    }

    private static void order(Flow flow, int lines) {
        header(flow, 1, 1);
        for (int line = 1; line <= lines; line++) {
            ObjectNode row = line(line).put("qty_ordered", 1).put("item_no", "A" + line);
            lands(flow, "erp/sales-order-lines", row, "c", 1 + line);
        }
    }

    private static void delete(Flow flow, int line) {
        lands(flow, "erp/sales-order-lines", line(line), "d", 1_000 + line);
    }

    private static ObjectNode line(int line) {
        return JsonNodeFactory.instance.objectNode().put("order_no", "SO-1").put("line_no", line);
    }

    private static void lands(Flow flow, String entity, JsonNode row, String op, long version) {
        flow.lands(RawRows.topic(entity), RawRows.key(entity, row), RawRows.value(entity, row, op, version));
    }
}
