package io.crossdock.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times with and without an offset, on ordinary days and on the two days a year that are not. */
class TimesTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-11-20T23:45:21.123Z,      2026-11-20T23:45:21.123Z",
        "2026-11-20T23:45:21.123+0000,  2026-11-20T23:45:21.123Z",
        "2026-11-20T23:45:21.123+01:00, 2026-11-20T23:45:21.123+01:00",
        "2026-11-20T23:45:21-0500,      2026-11-20T23:45:21-05:00",
        "2026-11-20T17:45:21,           2026-11-20T17:45:21-06:00",
        "2026-11-20 17:45:21,           2026-11-20T17:45:21-06:00",
        "2026-11-20T17:45,              2026-11-20T17:45:00-06:00"
    })
    void shouldKeepTheOffsetOfATimeElseTakeTheZones(String value, String expected) {
        assertThat(Times.text(Times.time(value, CHICAGO))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} in Chicago is {1}")
    @CsvSource({
        "2026-11-20T17:45:21.123Z, 2026-11-20T17:45:21.123-06:00",
        "2026-07-04T09:00:00Z,     2026-07-04T09:00:00-05:00",
        "2026-03-08T01:59:59Z,     2026-03-08T01:59:59-06:00",
        "2026-03-08T02:30:00Z,     2026-03-08T03:30:00-05:00",
        "2026-03-08T03:00:00Z,     2026-03-08T03:00:00-05:00",
        "2026-11-01T00:59:59Z,     2026-11-01T00:59:59-05:00",
        "2026-11-01T01:30:00Z,     2026-11-01T01:30:00-05:00",
        "2026-11-01T02:00:00Z,     2026-11-01T02:00:00-06:00"
    })
    void shouldReadALocalTimeInTheZoneWhateverOffsetItPretendsToHave(String value, String expected) {
        assertThat(Times.text(Times.localTime(value, CHICAGO))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} stays 2026-12-01")
    @ValueSource(strings = {"2026-12-01", "2026-12-01Z", "2026-12-01+01:00", "2026-12-01-08:00"})
    void shouldKeepADateADate(String value) {
        assertThat(Times.date(value)).hasToString("2026-12-01");
    }

    @ParameterizedTest(name = "{0} is no time")
    @ValueSource(strings = {"", "Z", "tomorrow", "1795650321120001", "2026-11-20", "2026-13-01T00:00:00Z", "infinity"})
    void shouldRefuseWhatIsNoTime(String value) {
        assertThatThrownBy(() -> Times.time(value, CHICAGO)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest(name = "{0} is no date")
    @ValueSource(strings = {"", "20788", "2026-02-30", "2026-12-01T10:00:00Z"})
    void shouldRefuseWhatIsNoDate(String value) {
        assertThatThrownBy(() -> Times.date(value)).isInstanceOf(DateTimeException.class);
    }
}
