package io.crossdock.local.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Plan.Portion;
import io.crossdock.local.activity.Request.Wanted;
import io.crossdock.local.process.StackFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Nobody walks: each desk waits for the row in its inbound table, and works with what the row says. A row that does not come in
 * time, or says something else than was done, ends the order's life with a sentence about both.
 */
final class Told implements HandOver {
    private final Map<Site, InTray> orders;
    private final Map<Site, InTray> cancels;
    private final InTray confirmations;
    private final InTray invoiceRequests;
    private final Duration patience;

    /**
     * Opens the in-trays.
     *
     * @param patience how long a desk waits for a row
     */
    Told(Desks desks, Duration patience) {
        this.orders = Map.of(
                Site.EAST, new InTray(desks.east(), InTable.EAST_ORDERS),
                Site.WEST, new InTray(desks.west(), InTable.WEST_ORDERS));
        this.cancels = Map.of(
                Site.EAST, new InTray(desks.east(), InTable.EAST_CANCELS),
                Site.WEST, new InTray(desks.west(), InTable.WEST_CANCELS));
        this.confirmations = new InTray(desks.erp(), InTable.CONFIRMATIONS);
        this.invoiceRequests = new InTray(desks.erp(), InTable.INVOICE_REQUESTS);
        this.patience = patience;
    }

    @Override
    public Request order(Site site, String salesOrder, Plan plan) {
        List<Wanted> told = at(orders, site)
                .await(
                        salesOrder,
                        patience,
                        "the lines of " + salesOrder,
                        letters -> letters.stream().findFirst().map(letter -> wanted(site, letter.content())));
        Request planned = Request.of(plan, site);
        boolean same = told.size() == planned.wanted().size()
                && planned.wanted().stream().allMatch(line -> told.stream().anyMatch(line::isSame));
        if (!same) {
            throw new StackFailure("Warehouse " + site + " was told " + told + " of " + salesOrder
                    + ", but the ERP has " + planned.wanted() + " for it.");
        }
        return new Request(plan.customer(), told);
    }

    @Override
    public void cancelled(Site site, String salesOrder, List<Line> lines) {
        at(cancels, site).await(salesOrder, patience, "the cancelled units of " + lines, letters -> {
            Map<Integer, BigDecimal> told = new TreeMap<>();
            letters.forEach(letter -> quantities(site, letter.content())
                    .forEach((line, units) -> told.merge(line, units, BigDecimal::max)));
            boolean all = lines.stream()
                    .allMatch(line ->
                            line.cancelled().compareTo(told.getOrDefault(line.erpLine(), BigDecimal.ZERO)) == 0);
            return all ? Optional.of(told) : Optional.empty();
        });
    }

    @Override
    public void confirmed(String salesOrder, String shipment, List<Portion> portions) {
        confirmations.await(
                salesOrder,
                patience,
                "shipment " + shipment + " with " + portions,
                letters -> newest(letters, shipment, portions));
    }

    @Override
    public void invoiceWanted(String salesOrder, String shipment, List<Portion> portions) {
        invoiceRequests.await(
                salesOrder,
                patience,
                "an invoice for shipment " + shipment + " with " + portions,
                letters -> letters.stream()
                        .filter(letter -> names(letter.subject(), shipment))
                        .filter(letter -> holds(letter.content(), portions))
                        .findFirst());
    }

    /** What the view of the highest version says of a shipment; empty if it does not hold exactly these units. */
    static Optional<JsonNode> newest(List<InTray.Letter> letters, String shipment, List<Portion> portions) {
        return letters.stream()
                .max(Comparator.comparing(letter -> Version.of(letter.subject())))
                .flatMap(letter -> theShipment(letter.content(), shipment, portions));
    }

    private static Optional<JsonNode> theShipment(JsonNode shipments, String shipment, List<Portion> portions) {
        for (JsonNode each : shipments) {
            if (names(each.path("shipment").asText(), shipment) && holds(each.path("lines"), portions)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** A shipment is named by its number alone, or with the warehouse's name in front. */
    private static boolean names(String told, String shipment) {
        return told.equals(shipment) || told.endsWith(":" + shipment);
    }

    /** True if those lines hold all these units; the ERP adds services by itself. */
    private static boolean holds(JsonNode lines, List<Portion> portions) {
        Map<Integer, BigDecimal> told = new TreeMap<>();
        lines.forEach(line -> told.merge(line.path("line").asInt(), decimal(line.path("quantity")), BigDecimal::add));
        return portions.stream()
                .allMatch(portion -> portion.quantity()
                                .compareTo(told.getOrDefault(portion.line().erpLine(), BigDecimal.ZERO))
                        == 0);
    }

    private static List<Wanted> wanted(Site site, JsonNode lines) {
        List<Wanted> wanted = new ArrayList<>();
        for (JsonNode line : lines) {
            wanted.add(
                    switch (site) {
                        case EAST ->
                            new Wanted(
                                    line.path("line").asInt(),
                                    line.path("sku").asText(),
                                    line.path("unit").asText(),
                                    decimal(line.path("quantity")));
                        case WEST ->
                            new Wanted(
                                    line.path("hostLine").asInt(),
                                    line.path("item").asText(),
                                    line.path("uom").asText(),
                                    decimal(line.path("qty")));
                    });
        }
        return wanted;
    }

    private static Map<Integer, BigDecimal> quantities(Site site, JsonNode lines) {
        boolean east = site == Site.EAST;
        Map<Integer, BigDecimal> quantities = new TreeMap<>();
        lines.forEach(line -> quantities.put(
                line.path(east ? "line" : "hostLine").asInt(), decimal(line.path(east ? "quantity" : "qty"))));
        return quantities;
    }

    /** Quantities come as numbers or as texts. */
    private static BigDecimal decimal(JsonNode node) {
        try {
            return node.isNumber()
                    ? node.decimalValue()
                    : new BigDecimal(node.asText("").strip());
        } catch (NumberFormatException e) {
            throw new StackFailure("An inbound row holds '" + node.asText() + "' where a quantity should be.", e);
        }
    }

    private static InTray at(Map<Site, InTray> trays, Site site) {
        return Objects.requireNonNull(trays.get(site));
    }

    @Override
    public void close() {
        orders.values().forEach(InTray::close);
        cancels.values().forEach(InTray::close);
        confirmations.close();
        invoiceRequests.close();
    }
}
