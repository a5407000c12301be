package io.crossdock.worlds.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is true of an order beside where its goods are. */
final class Axes {

    private final View view;
    private final List<LineCount> lines;

    Axes(View view, List<LineCount> lines) {
        this.view = view;
        this.lines = lines;
    }

    Map<String, Object> of(String word) {
        Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("approval", approval());
        axes.put("fulfilment", word);
        axes.put("billing", billing());
        axes.put("payment", "UNKNOWN");
        axes.put("returns", "NONE");
        axes.put("cancellation", cancellation());
        axes.put("hold", hold());
        return axes;
    }

    /** What a person should know. */
    List<String> exceptions() {
        TreeSet<String> found = new TreeSet<>();
        boolean prepaid = view.orders().stream().anyMatch(order -> order.prepaid);
        for (LineCount line : lines) {
            int shipped = line.count(Place.SHIPPED);
            if (line.ordered != null && shipped > line.ordered) {
                found.add("OVER_SHIPPED");
            }
            if (line.backordered < 0) {
                found.add("INTEGRITY_VIOLATION");
            }
            if (line.shippable() && !prepaid && line.invoiced > shipped + line.lost()) {
                found.add("INVOICED_BEFORE_SHIPPED");
            }
        }
        return List.copyOf(found);
    }

    private String approval() {
        if (view.orders().stream().anyMatch(order -> order.credit == SalesOrder.Credit.REFUSED)) {
            return "REJECTED";
        }
        return view.isAccepted() ? "ACCEPTED" : "CAPTURED";
    }

    private String hold() {
        List<SalesOrder> held = view.orders().stream()
                .filter(order -> order.status == SalesOrder.Status.ON_HOLD)
                .toList();
        if (held.isEmpty()) {
            return "NONE";
        }
        return held.stream().anyMatch(order -> order.credit != SalesOrder.Credit.APPROVED) ? "CREDIT" : "ORDER";
    }

    private String billing() {
        List<LineCount> billable = lines.stream()
                .filter(line -> line.line.kind != SaleLine.Kind.TEXT)
                .toList();
        int invoiced = billable.stream().mapToInt(line -> line.invoiced).sum();
        int credited = billable.stream().mapToInt(line -> line.credited).sum();
        if (invoiced > 0 && credited >= invoiced) {
            return "CREDITED";
        }
        if (credited > 0) {
            return "PARTIALLY_CREDITED";
        }
        if (invoiced == 0) {
            return "NOT_INVOICED";
        }
        boolean all = billable.stream().allMatch(line -> line.ordered != null && line.invoiced >= line.wanted.size());
        return all ? "INVOICED" : "PARTIALLY_INVOICED";
    }

    private String cancellation() {
        if (some(line -> line.cancelOnTheRoad)) {
            return "COMPENSATING";
        }
        if (some(line -> line.cancelRefused)) {
            return "REFUSED";
        }
        if (some(line -> line.cancelPending)) {
            return "PENDING";
        }
        if (some(line -> line.cancelRequested)) {
            return "REQUESTED";
        }
        if (!some(line -> line.cancelled)) {
            return "NONE";
        }
        boolean all = lines.stream()
                .filter(line -> line.line.kind != SaleLine.Kind.TEXT)
                .allMatch(line -> line.ordered != null && line.cancelled >= line.ordered);
        return all ? "FULL" : "PARTIAL";
    }

    private boolean some(java.util.function.ToIntFunction<LineCount> units) {
        return lines.stream().anyMatch(line -> units.applyAsInt(line) > 0);
    }
}
