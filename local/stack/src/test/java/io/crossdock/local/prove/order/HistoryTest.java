package io.crossdock.local.prove.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void shouldHoldAtLeastSoManyOrdersAndBeTheSameEachTime() {
        // When
        History one = History.of(0, 10);
        History again = History.of(0, 10);

        // Then
        assertThat(one.expected()).hasSizeGreaterThanOrEqualTo(10).isEqualTo(again.expected());
        assertThat(one.records()).hasSameSizeAs(again.records());
        assertThat(one.expected()).allSatisfy(order -> assertThat(order.says()).containsKeys("status", "orderId"));
    }

    @Test
    void shouldMisquoteOneOrderOrLoseOneRecordWhenSabotaged() {
        // Given
        History history = History.of(0, 10);

        // Then
        assertThat(Sabotage.STATUS.of(history.expected()))
                .hasSameSizeAs(history.expected())
                .isNotEqualTo(history.expected());
        assertThat(Sabotage.RECORD.ofRecords(history.records()))
                .hasSize(history.records().size() - 1);
        assertThat(Sabotage.NONE.of(history.expected())).isEqualTo(history.expected());
    }
}
