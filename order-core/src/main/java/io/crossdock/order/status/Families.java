package io.crossdock.order.status;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement.Relation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines that stand for each other: components for their kit (R55), a substitute for what it replaces (R56). */
final class Families {

    /** Digits after the point of a share of a kit that is no finite decimal; rounded down. */
    private static final int SHARE_DIGITS = 6;

    /** What a substitute lends beside its chain. */
    private static final List<Quantity> BILLED = List.of(Quantity.INVOICED, Quantity.CREDITED);

    /**
     * What a line is to another.
     *
     * @param role what it is
     * @param of number of the other line
     */
    record Tie(Relation.Role role, String of) {}

    private final Map<String, Tie> ties = new HashMap<>();
    private final Map<String, LineFigures> figures = new HashMap<>();
    private final Map<String, List<LineFigures>> components = new HashMap<>();

    Families(Lines lines, Collection<LineFigures> own) {
        own.forEach(line -> {
            figures.put(line.number(), line);
            Tie tie = tie(lines, line);
            if (tie != null) {
                ties.put(line.number(), tie);
            }
        });
        own.stream().filter(line -> is(line, Relation.Role.SUBSTITUTE_FOR)).forEach(this::lend);
        ties.keySet().stream()
                .map(figures::get)
                .flatMap(Stream::ofNullable)
                .filter(line -> is(line, Relation.Role.COMPONENT_OF))
                .forEach(line -> components
                        .computeIfAbsent(of(line), none -> new ArrayList<>())
                        .add(line));
    }

    /** The line with what its relations lend it. */
    LineFigures complete(LineFigures line) {
        LineFigures lent = figures.getOrDefault(line.number(), line);
        List<LineFigures> parts = components.get(line.number());
        if (parts != null) {
            return ofKit(lent, parts);
        }
        LineFigures kit = is(line, Relation.Role.COMPONENT_OF) ? figures.get(of(line)) : null;
        return kit == null ? lent : ofComponent(lent, kit);
    }

    /** What the line is to another; null if it stands for itself. */
    @Nullable
    Tie tie(String number) {
        return ties.get(number);
    }

    /** True if others are waited for instead of the line: a kit's components, or the line that a substitute covers. */
    boolean isCoveredByOthers(String number) {
        Tie tie = ties.get(number);
        return components.containsKey(number) || (tie != null && tie.role() == Relation.Role.SUBSTITUTE_FOR);
    }

    private boolean is(LineFigures line, Relation.Role role) {
        Tie tie = ties.get(line.number());
        return tie != null && tie.role() == role;
    }

    private String of(LineFigures line) {
        Tie tie = ties.get(line.number());
        return tie == null ? line.number() : tie.of();
    }

    /** The relation its content states, else the first row by key that states one of a line that exists. */
    private static @Nullable Tie tie(Lines lines, LineFigures line) {
        Tie stated = firstTie(lines, line, line.contentRows());
        return stated != null ? stated : firstTie(lines, line, line.rows());
    }

    private static @Nullable Tie firstTie(Lines lines, LineFigures line, List<LineFact> rows) {
        for (LineFact row : rows) {
            Relation relation = row.says().relation();
            String other = relation == null ? null : lines.at(row.home(), relation.line());
            if (relation != null && other != null && !other.equals(line.number())) {
                return new Tie(relation.role(), other);
            }
        }
        return null;
    }

    /** A substitute's own units cover the line it replaces, one for one, which says nothing where both count differently. */
    private void lend(LineFigures substitute) {
        LineFigures replaced = figures.get(of(substitute));
        if (replaced != null) {
            figures.put(
                    replaced.number(),
                    replaced.isCountedLike(substitute) ? sum(replaced, substitute) : replaced.leavingOut(substitute));
        }
    }

    private static LineFigures sum(LineFigures replaced, LineFigures substitute) {
        Map<Quantity, BigDecimal> sums = new EnumMap<>(Quantity.class);
        Stream.concat(LineFigures.CHAIN.stream(), BILLED.stream())
                .forEach(quantity -> sums.put(quantity, replaced.of(quantity).add(substitute.of(quantity))));
        return replaced.with(
                sums,
                replaced.allocatedByOwner().add(substitute.allocatedByOwner()),
                replaced.lost().add(substitute.lost()),
                replaced.untracked().add(substitute.untracked()));
    }

    /** As many whole kits as the scarcest component makes. */
    private static LineFigures ofKit(LineFigures kit, List<LineFigures> parts) {
        BigDecimal kits = kit.ordered();
        List<LineFigures> needed = parts.stream()
                .filter(part -> part.ordered() == null || part.ordered().signum() > 0)
                .toList();
        if (kits == null || needed.isEmpty() || needed.stream().anyMatch(part -> part.ordered() == null)) {
            return kit;
        }
        Map<Quantity, BigDecimal> sums = new EnumMap<>(Quantity.class);
        for (Quantity quantity : LineFigures.CHAIN) {
            BigDecimal whole = needed.stream()
                    .map(part -> part.of(quantity).multiply(kits).divideToIntegralValue(known(part.ordered())))
                    .reduce(BigDecimal::min)
                    .orElse(BigDecimal.ZERO);
            sums.put(quantity, whole.max(kit.of(quantity)));
        }
        return kit.with(sums, kit.allocatedByOwner(), kit.lost(), kit.untracked());
    }

    /** Where the warehouse counts the kit, each component has its share of what it counted. */
    private static LineFigures ofComponent(LineFigures part, LineFigures kit) {
        BigDecimal kits = kit.ordered();
        BigDecimal units = part.ordered();
        if (kits == null || units == null || kits.signum() <= 0) {
            return part;
        }
        Map<Quantity, BigDecimal> sums = new EnumMap<>(Quantity.class);
        for (Quantity quantity : LineFigures.CHAIN) {
            sums.put(quantity, part.of(quantity).max(share(kit.of(quantity), units, kits)));
        }
        return part.with(
                sums,
                part.allocatedByOwner(),
                part.lost().max(share(kit.lost(), units, kits)),
                part.untracked().max(share(kit.untracked(), units, kits)));
    }

    private static BigDecimal share(BigDecimal counted, BigDecimal units, BigDecimal kits) {
        return counted.multiply(units).divide(kits, SHARE_DIGITS, RoundingMode.DOWN);
    }

    private static BigDecimal known(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ONE : value;
    }
}
