package io.crossdock.local.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.activity.InTray.Letter;
import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Plan.Portion;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTest {
    private static final List<Portion> FIVE_OF_TEN = List.of(new Portion(
            new Line(
                    1,
                    10,
                    Site.WEST,
                    "SKU-1",
                    "EA",
                    "ITEM",
                    BigDecimal.TEN,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ONE),
            BigDecimal.valueOf(5)));

    @Test
    void shouldBelieveTheHighestVersionWhicheverCameLast() {
        // Given: version 1.10 was told of the shipment, an older view that knew nothing of it came later
        Letter newer = confirmation("k-1", "1.10", """
                [{"shipment":"wms-west:shipment:0007","lines":[{"line":"10","quantity":"5"}]}]""");
        Letter older = confirmation("k-2", "1.9", "[]");

        // Then
        assertThat(Told.newest(List.of(newer, older), "0007", FIVE_OF_TEN)).isPresent();
        assertThat(Told.newest(List.of(older), "0007", FIVE_OF_TEN)).isEmpty();
    }

    @Test
    void shouldWaitOnWhenTheNewestViewHasTakenTheShipmentBack() {
        // Given
        Letter told = confirmation("k-1", "1.3", """
                [{"shipment":"0007","lines":[{"line":10,"quantity":5}]}]""");
        Letter corrected = confirmation("k-2", "2.1", """
                [{"shipment":"0007","lines":[{"line":10,"quantity":4}]}]""");

        // Then
        assertThat(Told.newest(List.of(told, corrected), "0007", FIVE_OF_TEN)).isEmpty();
    }

    @Test
    void shouldCompareVersionsAsNumbers() {
        assertThat(Version.of("1.10")).isGreaterThan(Version.of("1.9"));
        assertThat(Version.of("2.1")).isGreaterThan(Version.of("1.900"));
        assertThat(Version.of("soon")).isEqualTo(Version.NONE);
    }

    private static Letter confirmation(String key, String version, String shipments) {
        try {
            return new Letter(key, "SO-1", version, new ObjectMapper().readTree(shipments));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
