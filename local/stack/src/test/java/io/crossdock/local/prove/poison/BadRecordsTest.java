package io.crossdock.local.prove.poison;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.trial.TrialOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BadRecordsTest {

    private static final TrialOrder ORDER = new TrialOrder("801000000000001AAA", "SO-1", "W-1", "S-1");

    private final List<BadRecord> records = BadRecords.about(ORDER, "T1");

    @Test
    void shouldPlant37OfAllKinds() {
        // Then
        assertThat(records).hasSize(37);
        assertThat(records.stream().map(BadRecord::kind).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Poison.class));
    }

    @Test
    void shouldKeyEveryRecordByItsHomeExceptTruncates() {
        // Then
        assertThat(records).allSatisfy(record -> {
            if (record.kind() == Poison.TRUNCATE) {
                assertThat(record.key()).isNull();
            } else {
                assertThat(record.key()).startsWith(record.connection() + ":");
            }
        });
    }

    @Test
    void shouldSpeakOfTheOneOrderUnlessItLeadsNowhere() {
        // Then
        assertThat(records)
                .filteredOn(record -> record.key() != null && record.kind() != Poison.FOREIGN_KEY_TO_NOWHERE)
                .allSatisfy(record -> assertThat(record.key())
                        .isIn(ORDER.crmHome(), ORDER.erpHome(), ORDER.warehouseHome(), ORDER.shipmentHome()));
    }
}
