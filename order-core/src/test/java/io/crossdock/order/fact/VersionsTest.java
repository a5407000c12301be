package io.crossdock.order.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R1, R95: which version is newer, and which row it is a version of. */
class VersionsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 9, 9, 2, 1, 1", // a restored source counts from its new epoch on
        "1, 4, 9, 1, 5, 1",
        "1, 4, 1, 1, 4, 2" // a change beats a snapshot row of the same position
    })
    void shouldBeNewerByEpochThenPositionThenOrderWithinIt(
            long epoch, long position, long minor, long newerEpoch, long newerPosition, long newerMinor) {
        // Given
        SourceVersion older = new SourceVersion(epoch, position, minor);
        SourceVersion newer = new SourceVersion(newerEpoch, newerPosition, newerMinor);

        // Then
        assertThat(older).isLessThan(newer);
        assertThat(newer).isGreaterThan(older);
        assertThat(newer).isEqualByComparingTo(new SourceVersion(newerEpoch, newerPosition, newerMinor));
    }

    @Test
    void shouldBeWrittenWithAllThatDecides() {
        assertThat(new SourceVersion(1, 9042, 3)).hasToString("1.9042.3");
    }

    @Test
    void shouldContinueAnOrdersVersionWithinItsEpoch() {
        // Given
        OrderVersion version = OrderVersion.parse("2.41");

        // Then
        assertThat(version).isEqualTo(new OrderVersion(2, 41)).hasToString("2.41");
        assertThat(version.next()).isEqualTo(new OrderVersion(2, 42)).isGreaterThan(version);
        assertThat(new OrderVersion(3, 1)).as("after a rebuild").isGreaterThan(version);
        assertThat(version).isLessThan(new OrderVersion(3, 1)).isEqualByComparingTo(new OrderVersion(2, 41));
    }

    @ParameterizedTest
    @ValueSource(strings = {"41", "", ".41", "2."})
    void shouldBeNoVersionOfAnOrderWhenAPartIsMissing(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OrderVersion.parse(text));
    }

    @Test
    void shouldKeepAPrimaryKeyOfManyColumnsWhole() {
        // When
        FactKey key = FactKey.parse("wms-east|shipment-lines|S-77|2");

        // Then
        assertThat(key).isEqualTo(new FactKey("wms-east", "shipment-lines", "S-77|2"));
        assertThat(key).hasToString("wms-east|shipment-lines|S-77|2");
    }

    @Test
    void shouldSpeakOfNoRowWhenItsPrimaryKeyIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactKey.parse("wms-east|shipment-lines"))
                .withMessageContaining("wms-east|shipment-lines");
    }

    @Test
    void shouldListRowsByConnectionThenEntityThenPrimaryKey() {
        assertThat(Stream.of("wms|lines|1", "erp|orders|2", "erp|orders|1", "erp|invoices|3")
                        .map(FactKey::parse)
                        .sorted()
                        .map(FactKey::toString))
                .containsExactly("erp|invoices|3", "erp|orders|1", "erp|orders|2", "wms|lines|1");
    }
}
