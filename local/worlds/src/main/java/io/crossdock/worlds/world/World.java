package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything there is: systems, orders, boxes, a clock. It changes only by what people do. */
public final class World {

    final Log log = new Log();
    final Crm crm;
    final Erp erp;
    final Erp books;
    final Carrier carrier;
    final ReturnDesk returnDesk;
    final Desk desk;
    final List<Warehouse> warehouses;
    final List<Sale> sales;
    final Set<Feature> features;
    private final long label;
    private List<Truth> truthsBeforeConfirmation = List.of();
    /** True if deletions came too fast and nobody has said yet that they were meant. */
    boolean hasHeldDeletions;

    private int purchaseOrders;
    private final Set<Feature> seen = EnumSet.noneOf(Feature.class);

    private World(Script script, long label) {
        this.crm = new Crm(log, label);
        this.erp = new Erp(log, "erp", label);
        this.books = new Erp(log, "books", label);
        this.carrier = new Carrier(log);
        this.returnDesk = new ReturnDesk(log, label);
        this.desk = new Desk(log, label);
        this.label = label;
        this.warehouses = List.of(
                new Warehouse(log, "wms-east", "EAST", false, label + "-1"),
                new Warehouse(log, "wms-west", "WEST", true, label + "-7"),
                new Warehouse(log, "vendor", "VENDOR", true, label + "-9"));
        this.features = script.features();
        this.sales = IntStream.range(0, script.orders())
                .mapToObj(number -> new Sale(number, log))
                .toList();
    }

    /**
     * The world in which people do what the script says; a step that is impossible is left out. In the end a clerk takes
     * back every reference to somebody else's order, because two orders that are taken for one are nobody's order.
     */
    public static World play(Script script) {
        return play(script, 0);
    }

    /** The same with a label in every number that is given out, so that worlds with other labels may stand beside it. */
    public static World play(Script script, long label) {
        World world = new World(script, label);
        script.steps().forEach(world::take);
        while (world.salesOrders().anyMatch(order -> !order.isRightlyTied(world)) || world.isNamedByStrangers()) {
            Clerk.takesWrongLinksBack(world);
        }
        for (Sale sale : world.sales) {
            while (Dispatcher.correctsOrder(world, sale, new Dice(0))) {
                // until every warehouse order names its own order
            }
        }
        boolean neverLinked = world.sales.stream()
                .flatMap(sale -> sale.salesOrders.stream())
                .anyMatch(order -> order.sale.crmId != null
                        && !Objects.equals(Belonging.of(world, order).to(), order.sale.crmId));
        if (neverLinked) {
            world.saw(Feature.NEVER_LINKED);
        }
        if (world.salesOrders().anyMatch(order -> Belonging.of(world, order).rule() == LinkRule.MATCHED)) {
            world.saw(Feature.TIED_BY_PO);
        }
        world.truthsBeforeConfirmation = world.hasHeldDeletions ? world.truths() : List.of();
        Operator.confirmsDeletions(world);
        return world;
    }

    /** A world in which nothing has happened yet. */
    static World empty(Script script) {
        return new World(script, 0);
    }

    /** Lets one person do one thing; false if it is not possible now. */
    boolean take(Step step) {
        Dice dice = new Dice(step.salt());
        log.pass(dice.between(3, 240));
        boolean done = step.act().deed().isDone(this, sales.get(step.order()), dice);
        if (done && step.act().feature() != null) {
            seen.add(step.act().feature());
        }
        return done;
    }

    /** The raw records in the order of the world's clock. */
    public List<Written> written() {
        return log.written();
    }

    /** What people did, a sentence each. */
    public List<String> story() {
        return log.story();
    }

    /** What the world's generator list names and this world really holds. */
    public Set<Feature> seen() {
        return seen;
    }

    /** The truth about every order that may be published. */
    public List<Truth> truths() {
        return new Oracle(this).truths();
    }

    /** Every sales order of every ledger. */
    Stream<SalesOrder> salesOrders() {
        return sales.stream().flatMap(sale -> sale.salesOrders.stream());
    }

    private boolean isNamedByStrangers() {
        return sales.stream()
                .anyMatch(
                        sale -> sale.namedInCrm != null && sale.namedInCrm.sale != sale && !sale.namedInCrm.isLinked());
    }

    /** The next number that a customer gives an order. */
    String purchaseOrder() {
        return "PO-" + label + "-" + ++purchaseOrders;
    }

    /** The truth as long as nobody has said that deletions which came too fast were meant. */
    public List<Truth> truthsBeforeConfirmation() {
        return hasHeldDeletions ? truthsBeforeConfirmation : truths();
    }

    /** What a person should be told that is about no order, in the end. */
    public SortedSet<String> alarms() {
        return new Alarms(this).ofRecords();
    }

    /** The same about whole feeds, if they are heard as they were written. */
    public SortedSet<String> feedAlarms() {
        return new Alarms(this).ofFeeds();
    }

    /** What this world is an example of beside its orders: why records were tied, and what a person should be told. */
    public Set<String> situations() {
        return Situation.of(this);
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Notes that a feature really occurred. */
    void saw(Feature feature) {
        seen.add(feature);
    }

    void tell(String sentence) {
        log.tell(sentence);
    }

    Stream<Shipment> shipments() {
        return warehouses.stream().flatMap(warehouse -> warehouse.allShipments.stream());
    }

    List<SourceSystem> systems() {
        List<SourceSystem> all = new ArrayList<>(
                List.of(crm.system, erp.system, books.system, carrier.system, returnDesk.system, desk.system));
        warehouses.forEach(warehouse -> all.add(warehouse.system));
        return all;
    }
}
