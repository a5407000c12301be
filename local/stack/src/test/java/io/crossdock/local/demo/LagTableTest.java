package io.crossdock.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class LagTableTest {
    private static final String ITEMS = """
            [{"subject": "order", "milestone": "fully-shipped", "target": "crm", "recordedAt": "2026-11-20T10:00:00.000Z",
              "landedAt": "2026-11-20T10:00:00.015Z", "projectedAt": "2026-11-20T10:00:00.040Z",
              "confirmedAt": "2026-11-20T04:00:00.100-06:00"},
             {"subject": "order", "milestone": "captured", "target": "crm", "recordedAt": 1795168800000,
              "landedAt": 1795168800500, "projectedAt": 1795168800520, "confirmedAt": 1795168799600},
             {"subject": "order", "milestone": "invoiced", "target": "crm", "recordedAt": "2026-11-20T10:00:00Z",
              "landedAt": "2026-11-20T10:00:00Z", "projectedAt": "2026-11-20T10:00:00Z", "confirmedAt": null}]
            """;

    @Test
    void shouldSplitTheLagOfEachConfirmedStateIntoItsHops() throws Exception {
        // When
        List<LagTable.Row> rows = LagTable.rows(new ObjectMapper().readTree(ITEMS));

        // Then
        assertThat(rows)
                .containsExactlyInAnyOrder(
                        new LagTable.Row("order", "fully-shipped", "crm", 15, 25, 60),
                        new LagTable.Row("order", "captured", "crm", 500, 20, -920));
    }

    @Test
    void shouldGiveTheLargestLagTheLongestBar() throws Exception {
        // When
        List<String> lines = LagTable.lines(List.of(
                new LagTable.Row("order", "shipped", "crm", 10, 10, 20),
                new LagTable.Row("order", "released", "crm", 20, 20, 40)));

        // Then
        assertThat(bar(lines.get(1))).isEqualTo(20);
        assertThat(bar(lines.get(2))).isEqualTo(40);
    }

    private static long bar(String line) {
        return line.chars().filter(c -> c == '█').count();
    }
}
