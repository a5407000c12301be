package io.crossdock.worlds.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is true of an order beside where its goods are. */
final class Axes {

    private final World world;
    private final View view;
    private final List<LineCount> lines;

    Axes(World world, View view, List<LineCount> lines) {
        this.world = world;
        this.view = view;
        this.lines = lines;
    }

    Map<String, Object> of(String word) {
        Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("approval", approval());
        axes.put("fulfilment", word);
        axes.put("billing", billing());
        axes.put("payment", payment());
        axes.put("returns", returns());
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
            boolean standsForItself = line.parts.isEmpty() && line.line.insteadOf == null;
            if (standsForItself && line.ordered != null && shipped > line.ordered) {
                found.add("OVER_SHIPPED");
            }
            if (standsForItself && line.ordered != null && line.count(Place.ALLOCATED) > line.ordered) {
                found.add("OVER_ALLOCATED");
            }
            if (line.returned > shipped + line.lost()) {
                found.add("ORPHAN_RETURN");
            }
            if (line.unit.isContradicted()) {
                found.add("UNIT_MISMATCH");
            }
            if (line.backordered < 0) {
                found.add("INTEGRITY_VIOLATION");
            }
            if (line.shippable() && !prepaid && line.invoiced > shipped + line.lost()) {
                found.add("INVOICED_BEFORE_SHIPPED");
            }
        }
        if (view.orders().size() > 1) {
            found.add("DUPLICATE_IN_TARGET");
        }
        if (view.isAmbiguous(world)) {
            found.add("AMBIGUOUS");
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
        List<Cashier.Hold> holds = view.orders().stream()
                .flatMap(order -> order.holds.stream())
                .filter(hold -> hold.isThere() && !hold.lifted)
                .toList();
        if (held.isEmpty() && holds.isEmpty()) {
            return "NONE";
        }
        boolean credit = held.stream().anyMatch(order -> order.credit != SalesOrder.Credit.APPROVED)
                || holds.stream().anyMatch(hold -> hold.reason.equals("credit"));
        return credit ? "CREDIT" : "ORDER";
    }

    String payment() {
        List<Cashier.Payment> payments = view.payments(world);
        if (payments.isEmpty()) {
            return "UNKNOWN";
        }
        List<Cashier.Payment> posted =
                payments.stream().filter(payment -> payment.posted).toList();
        if (posted.isEmpty()) {
            return "OPEN";
        }
        int paid = posted.stream().mapToInt(payment -> payment.amount).sum();
        int owed = view.orders().stream()
                .flatMap(order -> order.bills.stream())
                .distinct()
                .filter(bill -> bill.status == Bill.Status.POSTED)
                .mapToInt(bill -> bill.credit ? -bill.amount() : bill.amount())
                .sum();
        return owed > 0 && paid >= owed ? "PAID" : "PARTIALLY_PAID";
    }

    String returns() {
        if (!some(line -> line.toReturn)) {
            return "NONE";
        }
        if (!some(line -> line.returned)) {
            return "REQUESTED";
        }
        boolean all = lines.stream()
                .filter(LineCount::awaited)
                .allMatch(line -> line.returnedInAll() >= line.count(Place.SHIPPED));
        return all ? "FULL" : "PARTIAL";
    }

    /** True if everything still wanted is billed, and something is. */
    boolean isInvoicedInFull() {
        List<LineCount> billable = billable();
        return billable.stream().mapToInt(line -> line.invoiced).sum() > 0
                && billable.stream().allMatch(line -> line.isBilled(lines));
    }

    private String billing() {
        List<LineCount> billable = billable();
        int invoiced = billable.stream().mapToInt(line -> line.invoiced).sum();
        int credited = billable.stream().mapToInt(line -> line.credited).sum();
        if (invoiced > 0 && billable.stream().allMatch(line -> line.credited >= line.invoiced)) {
            return "CREDITED";
        }
        if (credited > 0) {
            return "PARTIALLY_CREDITED";
        }
        if (invoiced == 0) {
            return "NOT_INVOICED";
        }
        return isInvoicedInFull() ? "INVOICED" : "PARTIALLY_INVOICED";
    }

    /** What is sold for money; a substitute is billed at the line it replaces. */
    private List<LineCount> billable() {
        return lines.stream()
                .filter(line -> line.line.kind != SaleLine.Kind.TEXT && line.line.insteadOf == null)
                .toList();
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
                .filter(line -> line.line.kind != SaleLine.Kind.TEXT && line.line.insteadOf == null)
                .allMatch(line -> line.ordered != null && line.cancelled >= line.ordered);
        return all ? "FULL" : "PARTIAL";
    }

    private boolean some(java.util.function.ToIntFunction<LineCount> units) {
        return lines.stream().anyMatch(line -> units.applyAsInt(line) > 0);
    }
}
