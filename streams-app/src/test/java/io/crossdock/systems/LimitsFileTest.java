package io.crossdock.systems;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Milestone;
import io.crossdock.order.severity.Caps;
import io.crossdock.order.severity.Severity;
import io.crossdock.order.severity.SeverityRules;
import io.crossdock.order.status.FulfilmentStatus;
import io.crossdock.order.status.Position;
import io.crossdock.order.watch.WatchRule;
import io.crossdock.order.watch.WatchRule.Counted;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsFileTest {

    @TempDir
    Path folder;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void shouldReadEachKindOfLimit() throws IOException {
        // When
        OrderLimits limits = read("""
                {"calendar": "EAST", "limits": {
                  "A": {"stuck": "BACKORDERED", "limit": "PT40H", "counted": "working"},
                  "B": {"of": "shipment", "missing": "shipped", "after": "released", "limit": "PT8H", "counted": "cut-off"},
                  "C": {"missing": "fully-shipped", "date": "requested", "limit": "-PT3H"},
                  "D": {"units": "shortClosed", "limit": "PT0S"}}}
                """);

        // Then
        assertThat(problems).isEmpty();
        assertThat(limits.calendar()).isEqualTo("EAST");
        assertThat(limits.rules())
                .containsExactly(
                        new WatchRule.Stuck("A", FulfilmentStatus.BACKORDERED, Duration.ofHours(40), Counted.WORKING),
                        new WatchRule.Missing(
                                "B",
                                "shipment",
                                Milestone.SHIPPED,
                                Milestone.RELEASED,
                                Duration.ofHours(8),
                                Counted.CUT_OFF),
                        new WatchRule.Late("C", Milestone.FULLY_SHIPPED, Duration.ofHours(-3), Counted.ALWAYS),
                        new WatchRule.Units("D", Position.SHORT_CLOSED, Duration.ZERO, Counted.ALWAYS));
    }

    @Test
    void shouldReadHowMuchExceptionsMatter() throws IOException {
        // When
        OrderLimits limits = read("""
                {"severity": {"types": {"ORPHAN": "MINOR"},
                  "raise": {"tiers": ["KEY"], "values": {"USD": "100.50"}, "wantedWithin": "PT8H"}}}
                """);

        // Then
        assertThat(problems).isEmpty();
        assertThat(limits.severities())
                .isEqualTo(new SeverityRules(
                        Map.of("ORPHAN", Severity.MINOR),
                        Set.of("KEY"),
                        Map.of("USD", new BigDecimal("100.50")),
                        Duration.ofHours(8)));
    }

    @Test
    void shouldReadHowManyExceptionsAreToldOneByOne() throws IOException {
        // When
        OrderLimits limits = read("""
                {"caps": {"usual": 200, "ORPHAN": 20}}
                """);

        // Then
        assertThat(problems).isEmpty();
        assertThat(limits.caps()).isEqualTo(new Caps(200, Map.of("ORPHAN", 20)));
        assertThat(limits.caps().of("ORPHAN", 4)).isEqualTo(5);
        assertThat(limits.caps().of("ORPHAN", 50)).isEqualTo(1);
        assertThat(read("{}").caps()).isEqualTo(Caps.USUAL);
    }

    @Test
    void shouldSetNoLimitsWithoutAFile() {
        // Then
        assertThat(LimitsFile.read(folder.resolve("limits.json"), problems)).isEqualTo(OrderLimits.NONE);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"limits": {"late": {"stuck": "OPEN", "limit": "PT1H"}}} | found late; expected a name such as
            {"limits": {"ORPHAN": {"stuck": "OPEN", "limit": "PT1H"}}} | that no other exception has
            {"limits": {"A": {"stuck": "SLEEPING", "limit": "PT1H"}}} | limits.A.stuck: found SLEEPING
            {"limits": {"A": {"stuck": "OPEN", "limit": "PT0S"}}} | limits.A.limit: found PT0S
            {"limits": {"A": {"units": "lying about", "limit": "PT0S"}}} | limits.A.units: found lying about
            {"limits": {"A": {"units": "backordered", "limit": "-PT1H"}}} | limits.A.limit: found -PT1H
            {"limits": {"A": {"missing": "shiped", "after": "released", "limit": "PT1H"}}} | limits.A.missing: found shiped
            {"limits": {"A": {"missing": "shipped", "limit": "PT1H"}}} | limits.A.after: it is missing
            {"limits": {"A": {"missing": "shipped", "date": "promised", "limit": "PT1H"}}} | the only date there is
            {"limits": {"A": {"missing": "shipped", "date": "requested", "limit": "soon"}}} | limits.A.limit: found soon
            {"limits": {"A": {"stuck": "OPEN", "limit": "PT1H", "counted": "at-night"}}} | limits.A.counted
            {"severity": {"types": {"A": "HIGH"}}} | severity.types.A: found HIGH
            {"severity": {"raise": {"tiers": ["GOLD"]}}} | severity.raise.tiers
            {"severity": {"raise": {"values": {"USD": "much"}}}} | severity.raise.values.USD: found much
            {"caps": {"usual": 0}} | caps.usual: found 0; expected a number
            {"caps": {"ORPHAN": "many"}} | caps.ORPHAN: found "many"
            {"severity": {"raise": {"wantedWithin": "soon"}}} | severity.raise.wantedWithin: found soon
            """)
    void shouldSayWhatIsWrongAndWhere(String text, String said) throws IOException {
        // When
        OrderLimits limits = read(text);

        // Then
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("limits.json:1")
                .contains(said);
        assertThat(limits.rules().size()).isLessThanOrEqualTo(said.equals("the only date there is") ? 1 : 0);
    }

    private OrderLimits read(String text) throws IOException {
        return LimitsFile.read(Files.writeString(folder.resolve("limits.json"), text), problems);
    }
}
