package io.crossdock.order.severity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much an exception matters (R174): as much as its type does, and one step more if much is at stake.
 *
 * @param types by type; what is not named is MAJOR
 * @param tiers customers of these tiers raise it
 * @param values orders worth so much, by ISO 4217 code, raise it
 * @param wantedWithin orders that are wanted so soon raise it, to the end of the day in UTC; null if that does not matter
 */
public record SeverityRules(
        Map<String, Severity> types,
        Set<String> tiers,
        Map<String, BigDecimal> values,
        @Nullable Duration wantedWithin) {

    /** Everything is MAJOR. */
    public static final SeverityRules NONE = new SeverityRules(Map.of(), Set.of(), Map.of(), null);

    public SeverityRules {
        types = Map.copyOf(types);
        tiers = Set.copyOf(tiers);
        values = Map.copyOf(values);
    }

    /** How much an exception of a type matters with what is at stake now. */
    public Severity of(String type, Stake stake, Instant now) {
        Severity usual = types.getOrDefault(type, Severity.MAJOR);
        return muchIsAtStake(stake, now) ? usual.raised() : usual;
    }

    private boolean muchIsAtStake(Stake stake, Instant now) {
        return (stake.tier() != null && tiers.contains(stake.tier())) || isWorthMuch(stake) || isWantedSoon(stake, now);
    }

    private boolean isWorthMuch(Stake stake) {
        return stake.values().entrySet().stream().anyMatch(value -> {
            BigDecimal much = values.get(value.getKey());
            return much != null && value.getValue().compareTo(much) >= 0;
        });
    }

    private boolean isWantedSoon(Stake stake, Instant now) {
        if (wantedWithin == null || stake.wanted() == null) {
            return false;
        }
        Instant end = stake.wanted().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return !end.minus(wantedWithin).isAfter(now);
    }
}
