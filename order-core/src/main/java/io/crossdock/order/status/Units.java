package io.crossdock.order.status;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The unit a line is counted in, and its rows in that unit, converted exactly or not at all (R38, R39).
 *
 * @param unit the unit of every counted row; null if the content names none
 * @param counted the rows that count
 * @param leftOut rows in a unit that nobody says how to convert
 */
record Units(@Nullable String unit, List<LineFact> counted, List<LineFact> leftOut) {

    /** The rows of a line in one unit: the content's, or the finest if the content's cannot hold a figure exactly. */
    static Units of(@Nullable String unit, List<LineFact> rows) {
        if (unit == null || rows.stream().allMatch(row -> isIn(unit, row))) {
            return new Units(unit, rows, List.of());
        }
        Map<String, BigDecimal> table = table(rows);
        Units own = in(unit, unit, rows, table);
        boolean isExact = own.leftOut.stream()
                .noneMatch(row -> table.containsKey(row.says().unit()));
        if (isExact || !table.containsKey(unit)) {
            return own;
        }
        String finest = table.entrySet().stream()
                .min(Map.Entry.<String, BigDecimal>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(unit);
        Units finer = in(unit, finest, rows, table);
        return finer.leftOut.size() < own.leftOut.size() ? finer : own;
    }

    private static boolean isIn(String unit, LineFact row) {
        return row.says().unit() == null || row.says().unit().equals(unit);
    }

    private static Units in(String own, String target, List<LineFact> rows, Map<String, BigDecimal> table) {
        List<LineFact> counted = new ArrayList<>();
        List<LineFact> leftOut = new ArrayList<>();
        for (LineFact row : rows) {
            String from = row.says().unit() == null ? own : row.says().unit();
            LineFact converted = from.equals(target) ? row : converted(row, table.get(from), target, table.get(target));
            if (converted == null) {
                leftOut.add(row);
            } else {
                counted.add(converted);
            }
        }
        return new Units(target, List.copyOf(counted), List.copyOf(leftOut));
    }

    /** How many common units a unit holds, by all rows together; a unit that two rows put differently is in nobody's. */
    private static Map<String, BigDecimal> table(List<LineFact> rows) {
        Map<String, BigDecimal> table = new TreeMap<>();
        Set<String> disputed = new HashSet<>();
        rows.forEach(row -> row.says().factors().forEach((unit, holds) -> {
            BigDecimal before = holds.signum() > 0 ? table.putIfAbsent(unit, holds) : null;
            if (before != null && before.compareTo(holds) != 0) {
                disputed.add(unit);
            }
        }));
        table.keySet().removeAll(disputed);
        return table;
    }

    private static @Nullable LineFact converted(
            LineFact row, @Nullable BigDecimal holds, String target, @Nullable BigDecimal targetHolds) {
        if (holds == null || targetHolds == null) {
            return null;
        }
        Statement.Line says = row.says();
        BigDecimal quantity = says.quantity() == null ? null : exactly(says.quantity(), holds, targetHolds);
        if (says.quantity() != null && quantity == null) {
            return null;
        }
        Map<Quantity, BigDecimal> counters = new EnumMap<>(Quantity.class);
        for (Map.Entry<Quantity, BigDecimal> counter : says.counters().entrySet()) {
            BigDecimal value = exactly(counter.getValue(), holds, targetHolds);
            if (value == null) {
                return null;
            }
            counters.put(counter.getKey(), value);
        }
        return row.saying(new Statement.Line(
                says.line(),
                says.refersTo(),
                says.relation(),
                says.sku(),
                target,
                says.factors(),
                says.kind(),
                says.fulfilment(),
                says.location(),
                says.carton(),
                quantity,
                counters,
                says.remaining(),
                says.closed(),
                null));
    }

    /** The figure in the other unit; null if that is no finite decimal. */
    private static @Nullable BigDecimal exactly(BigDecimal figure, BigDecimal holds, BigDecimal targetHolds) {
        try {
            return figure.multiply(holds).divide(targetHolds);
        } catch (ArithmeticException endless) {
            return null;
        }
    }
}
