package io.crossdock.worlds.bugs;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.status.CarelessRecollection;
import io.crossdock.worlds.proof.RecollectionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each comparison that decides whether something is the same as the last time is needed. */
class CarelessRecollectionTest {

    private static final int WITHIN = 100;

    @ParameterizedTest(name = "{0}.{1}")
    @CsvSource({
        "link.Lineage$Stated, isOf",
        "status.Packages$Load, isOf",
        "status.Packages, isScannedAs",
        "status.LineFact, isPlaced",
        "status.Setting, isThatOf",
        "status.WorkedLine, isOf",
        "status.WorkedLine, stands",
        "status.Worked$Document, isOf"
    })
    void shouldBeFoundWhenARecollectionIsCareless(String type, String method) throws Exception {
        // When
        int seed = 0;
        AutoCloseable patched = new Patch("io.crossdock.order." + type, method, CarelessRecollection.class).apply();
        try {
            while (seed < WITHIN && isRight(seed)) {
                seed++;
            }
        } finally {
            patched.close();
        }

        // Then
        assertThat(seed).as("the first world that shows it").isLessThan(WITHIN);
    }

    private static boolean isRight(int seed) {
        try {
            return RecollectionTest.compare(seed) >= 0;
        } catch (AssertionError | RuntimeException wrong) {
            return false;
        }
    }
}
