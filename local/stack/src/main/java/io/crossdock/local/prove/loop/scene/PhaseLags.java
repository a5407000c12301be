package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.loop.Shown;
import io.crossdock.local.prove.loop.scene.Stamps.Stamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** How long the targets took phase by phase, and whether those that were up noticed that another was away. */
final class PhaseLags {

    /** What each order must be told to the others, whoever is away. */
    static final Set<String> DUE = Set.of(
            "wms-east warehouse-order",
            "erp shipped",
            "erp fully-shipped",
            "erp invoice-request",
            "notify order-accepted",
            "notify shipped");

    static final Set<String> OTHERS = new TreeSet<>(Set.of("erp", "notify", "wms-east"));

    private static final String CRM = "crm";
    private static final int MOST_TIMES = 2;
    /** Below so many ms a difference is noise of the machine. */
    private static final long NOISE_MS = 300;

    /** A service says in whole seconds when it answered. */
    private static final long WHOLE_SECONDS_MS = 1_000;

    private static final int WIDTH = 40;
    private static final int SHOWN = 3;

    private final Map<Phase, Set<String>> orders;
    private final Map<Phase, Map<String, List<Stamp>>> stamps = new HashMap<>();

    /**
     * What was seen.
     *
     * @param orders ids of the orders of each phase
     * @param stamps what was confirmed, of other orders too
     */
    PhaseLags(Map<Phase, Set<String>> orders, Collection<Stamp> stamps) {
        this.orders = orders;
        orders.forEach((phase, ids) -> stamps.stream()
                .filter(stamp -> ids.contains(stamp.orderId()))
                .forEach(stamp -> this.stamps
                        .computeIfAbsent(phase, none -> new HashMap<>())
                        .computeIfAbsent(stamp.target(), none -> new ArrayList<>())
                        .add(stamp)));
    }

    /** What the others do not know yet of a phase's orders. */
    List<String> missing(Phase phase) {
        Set<String> known = new HashSet<>();
        OTHERS.forEach(target ->
                of(phase, target).forEach(stamp -> known.add(stamp.orderId() + " " + target + " " + stamp.what())));
        return orders(phase).stream()
                .flatMap(order -> DUE.stream().map(due -> order + " " + due))
                .filter(due -> !known.contains(due))
                .sorted()
                .toList();
    }

    /**
     * The judgement.
     *
     * @param wentAt when the CRM went away, ms since 1970
     * @param cameAt when it came back, ms since 1970
     * @param refused calls that it did not answer meanwhile
     */
    List<Check> checks(long wentAt, long cameAt, long refused) {
        List<Check> checks = new ArrayList<>();
        checks.add(away(wentAt, cameAt, refused));
        checks.add(toldMeanwhile(cameAt));
        OTHERS.forEach(target -> checks.add(notSlower(target)));
        return checks;
    }

    /** The table, bars by the 95th percentile. */
    List<String> lines() {
        long most = 1;
        for (Phase phase : Phase.values()) {
            for (String target : OTHERS) {
                most = Math.max(most, percentile(of(phase, target), 95));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(Locale.ROOT, "%-10s %-13s %7s %9s %9s", "target", "phase", "count", "p50 ms", "p95 ms"));
        for (String target : OTHERS) {
            for (Phase phase : Phase.values()) {
                List<Stamp> these = of(phase, target);
                long high = percentile(these, 95);
                lines.add(String.format(
                        Locale.ROOT,
                        "%-10s %-13s %7d %9d %9d  %s",
                        target,
                        phase.text(),
                        these.size(),
                        percentile(these, 50),
                        high,
                        "█".repeat((int) Math.max(1, WIDTH * high / most))));
            }
        }
        return lines;
    }

    private Check away(long wentAt, long cameAt, long refused) {
        long told = of(Phase.AWAY, CRM).stream()
                .filter(stamp -> stamp.confirmedAt() > wentAt && stamp.confirmedAt() < cameAt - WHOLE_SECONDS_MS)
                .count();
        return new Check(
                "the CRM was away for the whole phase",
                refused > 0 && told == 0,
                (cameAt - wentAt) / 1_000 + " s, " + refused + " calls without an answer, " + told + " with one");
    }

    private Check toldMeanwhile(long cameAt) {
        List<String> missing = missing(Phase.AWAY);
        List<String> late = OTHERS.stream()
                .flatMap(target -> of(Phase.AWAY, target).stream())
                .filter(stamp -> stamp.confirmedAt() >= cameAt)
                .map(stamp -> stamp.orderId() + " " + stamp.target() + " " + stamp.what())
                .toList();
        int all = OTHERS.stream()
                .mapToInt(target -> of(Phase.AWAY, target).size())
                .sum();
        return new Check(
                "the others were told everything while the CRM was away",
                missing.isEmpty() && late.isEmpty() && all > 0,
                all + " things of " + orders(Phase.AWAY).size() + " orders, " + missing.size() + " missing"
                        + Shown.of(missing, SHOWN) + ", " + late.size() + " later" + Shown.of(late, SHOWN));
    }

    private Check notSlower(String target) {
        long away = percentile(of(Phase.AWAY, target), 95);
        long up = (percentile(of(Phase.UP, target), 95) + percentile(of(Phase.UP_AGAIN, target), 95)) / 2;
        boolean all = List.of(Phase.values()).stream()
                .noneMatch(phase -> of(phase, target).isEmpty());
        return new Check(
                target + " is told as quickly while the CRM is away",
                all && away <= Math.max(NOISE_MS, MOST_TIMES * up),
                "p95 " + away + " ms away, " + up + " ms up; at most " + MOST_TIMES + " times, or " + NOISE_MS + " ms");
    }

    private List<Stamp> of(Phase phase, String target) {
        return Objects.requireNonNullElse(stamps.get(phase), Map.<String, List<Stamp>>of())
                .getOrDefault(target, List.of());
    }

    private Set<String> orders(Phase phase) {
        return Objects.requireNonNullElse(orders.get(phase), Set.of());
    }

    private static long percentile(List<Stamp> stamps, int percent) {
        List<Long> lags = stamps.stream().map(Stamp::lag).sorted().toList();
        return lags.isEmpty() ? 0 : lags.get(Math.ceilDiv(lags.size() * percent, 100) - 1);
    }
}
