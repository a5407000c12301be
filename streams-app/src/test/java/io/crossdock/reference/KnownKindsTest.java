package io.crossdock.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.SourceVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gets into the topics of customers and locations can be read by whoever needs a tier or a calendar. */
class KnownKindsTest {

    private static final Map<String, String> EAST = Map.of(
            "name", "Harrisburg",
            "timeZone", "America/New_York",
            "opens", "06:00",
            "closes", "22:00",
            "workingDays", "MON,TUE, WED,THU,FRI",
            "cutOff", "16:00",
            "holidays", "2026-11-26,2026-12-25");

    @Test
    void shouldReadACalendar() {
        // When
        Location east = Location.read("wms-east", "EAST", EAST);

        // Then
        assertThat(east.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(east.cutOff()).isEqualTo(LocalTime.of(16, 0));
        assertThat(east.hours().after(Instant.parse("2026-11-26T02:59:00Z"), Duration.ofMinutes(2)))
                .as("a minute of Wednesday evening, none of the holiday, one of Friday")
                .isEqualTo(Instant.parse("2026-11-27T11:01:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeZone| America/Atlantis| Attribute timeZone is no such thing; expected an IANA time zone such as America/Chicago",
                "opens| 6| Attribute opens is no such thing; expected a time of day such as 17:30",
                "closes| 25:00| Attribute closes is no such thing",
                "workingDays| MON-FRI| Attribute workingDays is no such thing; expected days such as MON,TUE,FRI",
                "workingDays| ''| Attribute workingDays is no such thing",
                "holidays| 26.11.2026| Attribute holidays is no such thing; expected dates such as 2026-11-26,2026-12-25"
            })
    void shouldNameTheAttributeThatCannotBeRead(String attribute, String text, String message) {
        // Given
        Map<String, String> wrong = new HashMap<>(EAST);
        wrong.put(attribute, text);

        // Then
        assertThatThrownBy(() -> KnownKinds.check(entry("locations", "location", wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldNameTheAttributeThatIsMissing() {
        assertThatThrownBy(() -> KnownKinds.check(entry("customers", "customer", Map.of("name", "Harbor Supply"))))
                .hasMessage("Attribute tier is missing; expected one of [STRATEGIC, KEY, STANDARD]");
        assertThatThrownBy(() -> KnownKinds.check(entry("customers", "customer", Map.of("tier", "GOLD"))))
                .hasMessage("Attribute tier is no such thing; expected one of [STRATEGIC, KEY, STANDARD]");
    }

    @Test
    void shouldTakeTheTextsOfOtherKindsAsTheyAre() {
        assertThatCode(() -> KnownKinds.check(entry("carriers", "carrier", Map.of("tier", "GOLD"))))
                .doesNotThrowAnyException();
    }

    private static Entry entry(String entity, String type, Map<String, String> attributes) {
        return new Entry(
                new Identifier("wms-east", type, "X"),
                entity,
                true,
                new SourceVersion(1, 1, 1),
                attributes,
                Instant.EPOCH);
    }
}
