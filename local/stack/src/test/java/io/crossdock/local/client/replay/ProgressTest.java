package io.crossdock.local.client.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private final Pace pace = new Pace();

    @Test
    void shouldTellPercentRecordsASecondAndTimeLeft() {
        // Given
        pace.saw(20_000, 100 * SECOND);
        pace.saw(60_000, 110 * SECOND);

        // Then
        assertThat(Progress.text(reading(60_000, 200_000), pace))
                .isEqualTo("██████·············· 30 % (60000 of 200000 records), 4000 a second, 35 s left");
    }

    @Test
    void shouldTellNoTimeBeforeItCanBeTold() {
        // Given
        pace.saw(20_000, SECOND);

        // Then
        assertThat(Progress.text(reading(20_000, 200_000), pace))
                .isEqualTo("██·················· 10 % (20000 of 200000 records)");
    }

    @Test
    void shouldNotSayAllBeforeItIsAll() {
        assertThat(Progress.text(reading(199_999, 200_000), pace)).contains(" 99 % ");
        assertThat(Progress.text(reading(200_000, 200_000), pace)).isEqualTo("every raw record is read");
        assertThat(Progress.text(reading(0, 0), pace)).isEqualTo("every raw record is read");
    }

    @Test
    void shouldGoByTheLastSeconds() {
        // Given: slow while caches were cold
        pace.saw(0, 0);
        pace.saw(100, 60 * SECOND);
        pace.saw(50_100, 70 * SECOND);

        // Then
        assertThat(pace.perSecond()).isEqualTo(5_000);
    }

    @Test
    void shouldBeginAnewWhenTheReadingDoes() {
        // Given
        pace.saw(9_000, 0);
        pace.saw(10, SECOND);

        // Then
        assertThat(pace.perSecond()).isZero();
        pace.saw(510, 2 * SECOND);
        assertThat(pace.perSecond()).isEqualTo(500);
    }

    private static Rebuild reading(long read, long total) {
        return new Rebuild(3, Rebuild.Phase.READING, "", read, total, 0, List.of());
    }
}
