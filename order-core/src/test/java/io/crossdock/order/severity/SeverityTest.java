package io.crossdock.order.severity;

import static io.crossdock.order.severity.Severity.CRITICAL;
import static io.crossdock.order.severity.Severity.MAJOR;
import static io.crossdock.order.severity.Severity.MINOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R174: as much as its type does, and one step more if much is at stake. */
class SeverityTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final SeverityRules RULES = new SeverityRules(
            Map.of("NOT_ACCEPTED", MINOR, "SOURCE_SILENT", CRITICAL),
            Set.of("STRATEGIC"),
            Map.of("USD", new BigDecimal("10000")),
            Duration.ofHours(24));

    @Test
    void shouldBeWhatItsTypeSaysWhenLittleIsAtStake() {
        assertThat(RULES.of("NOT_ACCEPTED", Stake.NONE, NOW)).isEqualTo(MINOR);
        assertThat(RULES.of("SOURCE_SILENT", Stake.NONE, NOW)).isEqualTo(CRITICAL);
        assertThat(RULES.of("ORPHAN", Stake.NONE, NOW)).isEqualTo(MAJOR);
    }

    @Test
    void shouldBeRaisedForAnImportantCustomer() {
        assertThat(RULES.of("NOT_ACCEPTED", stake("STRATEGIC", "1", "USD", null), NOW))
                .isEqualTo(MAJOR);
        assertThat(RULES.of("NOT_ACCEPTED", stake("STANDARD", "1", "USD", null), NOW))
                .isEqualTo(MINOR);
    }

    @Test
    void shouldBeRaisedForMuchMoneyOfThatCurrencyOnly() {
        assertThat(RULES.of("ORPHAN", stake(null, "10000", "USD", null), NOW)).isEqualTo(CRITICAL);
        assertThat(RULES.of("ORPHAN", stake(null, "9999.99", "USD", null), NOW)).isEqualTo(MAJOR);
        assertThat(RULES.of("ORPHAN", stake(null, "10000", "JPY", null), NOW)).isEqualTo(MAJOR);
    }

    @Test
    void shouldBeRaisedWhenItIsWantedSoon() {
        assertThat(RULES.of("NOT_ACCEPTED", stake(null, "1", "USD", "2026-11-26"), NOW))
                .isEqualTo(MAJOR);
        assertThat(RULES.of("NOT_ACCEPTED", stake(null, "1", "USD", "2026-11-27"), NOW))
                .isEqualTo(MINOR);
    }

    @Test
    void shouldBeRaisedByOneStepWhateverTheReasons() {
        assertThat(RULES.of("NOT_ACCEPTED", stake("STRATEGIC", "50000", "USD", "2026-11-25"), NOW))
                .isEqualTo(MAJOR);
        assertThat(RULES.of("SOURCE_SILENT", stake("STRATEGIC", "50000", "USD", "2026-11-25"), NOW))
                .isEqualTo(CRITICAL);
    }

    private static Stake stake(@Nullable String tier, String value, String currency, @Nullable String wanted) {
        return new Stake(
                "C-1",
                tier,
                List.of("EAST"),
                Map.of(currency, new BigDecimal(value)),
                wanted == null ? null : LocalDate.parse(wanted));
    }
}
