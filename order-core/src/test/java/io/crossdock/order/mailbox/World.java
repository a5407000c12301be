package io.crossdock.order.mailbox;

import static io.crossdock.order.mailbox.Facts.at;
import static io.crossdock.order.mailbox.Facts.id;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A random business: rows of five levels of identifiers with several versions each, links that change, move and vanish,
 * links stated by third rows, sources restored, deletions with and without regard to finality, redeliveries and contradictions of equal
 * version.
 */
public final class World {

    private final Random random;
    private final IdentifierTypes types;
    private final List<Identifier> tracking;
    private final List<Identifier> shipments;
    private final List<Identifier> warehouseOrders;
    private final List<Identifier> salesOrders;
    private final List<Identifier> customerOrders;
    private final List<Fact> facts = new ArrayList<>();

    private World(long seed) {
        random = new Random(seed);
        types = Facts.types(
                Map.of("wms:shipment", random.nextInt(3), "ups:tracking", random.nextInt(2)), childrenLimits());
        tracking = some("ups:tracking:1Z", 2);
        shipments = some("wms:shipment:S-", 3);
        warehouseOrders = some("wms:order:W-", 2);
        salesOrders = some("erp:sales-order:SO-", 2);
        customerOrders = some("crm:order:C-", 2);
    }

    /** A business whose limits and rows follow from the seed. */
    public static World of(long seed) {
        World world = new World(seed);
        world.tracking.forEach(number -> world.documentRows(number, "scans"));
        world.shipments.forEach(shipment -> {
            world.documentRows(shipment, "shipments");
            world.rivalRows(shipment);
            world.rows(shipment, "cartons", () -> List.of(world.partOf(world.any(world.tracking), shipment)));
            world.rows(shipment, "allocations", List::of);
        });
        world.warehouseOrders.forEach(order -> {
            world.documentRows(order, "orders");
            world.rivalRows(order);
            world.rows(order, "crooked", world::crookedLink);
        });
        world.salesOrders.forEach(order -> world.documentRows(order, "sales-orders"));
        world.customerOrders.forEach(order -> {
            world.documentRows(order, "orders");
            world.rows(order, "echoes", () -> List.of(world.sameAs(world.any(world.salesOrders), order)));
        });
        return world;
    }

    /** In every other world a type has a limit of children, often so low that it is passed and left again. */
    private Map<String, Integer> childrenLimits() {
        if (random.nextBoolean()) {
            return Map.of();
        }
        String type = any(List.of("wms:shipment", "wms:order", "erp:sales-order", "crm:order"));
        return Map.of(type, 1 + random.nextInt(3));
    }

    /** Everything that will ever be said, in no particular order, with redeliveries. */
    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** Types of the identifiers: how many parents a shipment and a package may have differs from world to world. */
    public IdentifierTypes types() {
        return types;
    }

    private void documentRows(Identifier home, String entity) {
        rows(home, entity, () -> upward(home));
        for (int line = 1; line <= random.nextInt(3); line++) {
            rows(home, entity + "-line-" + line, List::of);
        }
    }

    /** Now and then another row of the same source links it too, or one of another source. */
    private void rivalRows(Identifier home) {
        if (random.nextInt(3) == 0) {
            rows(home, "references", () -> upward(home));
        }
        if (random.nextInt(4) == 0) {
            rows(new FactKey("tms", "references", home.value()), home, () -> upward(home));
        }
    }

    /** Links a record of this kind usually carries: none, one, or several parents. */
    private List<Link> upward(Identifier home) {
        List<Link> links = new ArrayList<>();
        if (shipments.contains(home)) {
            for (int i = random.nextInt(3); i > 0; i--) {
                links.add(partOf(home, any(random.nextBoolean() ? warehouseOrders : salesOrders)));
            }
        } else if (warehouseOrders.contains(home)) {
            if (random.nextInt(4) > 0) {
                links.add(sameAs(home, any(salesOrders)));
            }
            if (random.nextInt(4) == 0) {
                links.add(sameAs(home, any(customerOrders)));
            }
        } else if (salesOrders.contains(home) && random.nextInt(3) > 0) {
            links.add(sameAs(home, any(customerOrders)));
        }
        return links;
    }

    /** A link about two others, or one that points downward and must be ignored. */
    private List<Link> crookedLink() {
        return switch (random.nextInt(3)) {
            case 0 -> List.of(sameAs(any(salesOrders), any(customerOrders)));
            case 1 -> List.of(sameAs(any(customerOrders), any(warehouseOrders)));
            default -> List.of(partOf(any(shipments), any(salesOrders)));
        };
    }

    private interface Links {
        List<Link> draw();
    }

    private void rows(Identifier home, String entity, Links links) {
        if (random.nextInt(5) > 0) {
            rows(new FactKey(home.connection(), entity, home.value()), home, links);
        }
    }

    private void rows(FactKey key, Identifier home, Links links) {
        int versions = 1 + random.nextInt(4);
        int restoredAfter = random.nextInt(5) == 0 ? random.nextInt(versions) : versions;
        for (int version = 1; version <= versions; version++) {
            Fact fact = row(key, home, version, links, restoredAfter);
            facts.add(fact);
            if (random.nextInt(8) == 0) {
                facts.add(Facts.landedAt(fact, fact.landedAt().plusSeconds(random.nextInt(120) - 60), "again"));
            }
            if (random.nextInt(16) == 0) {
                facts.add(row(key, home, version, links, restoredAfter));
            }
        }
    }

    /** A version; those after {@code restoredAfter} come from a restored source, whose positions went back. */
    private Fact row(FactKey key, Identifier home, long version, Links links, int restoredAfter) {
        Fact row = row(key, home, version, links);
        return version <= restoredAfter
                ? row
                : Facts.withVersion(row, new SourceVersion(2, version - restoredAfter, 1));
    }

    private Fact row(FactKey key, Identifier home, long version, Links links) {
        int kind = random.nextInt(10);
        if (kind == 0 || kind == 1) {
            Op op = kind == 0 ? Op.RETRACT : Op.RETRACT_UNLESS_FINAL;
            return Facts.fact(key, home, version, op, null, List.of(), Map.of());
        }
        boolean dated = random.nextInt(3) == 0;
        return Facts.fact(
                key,
                home,
                version,
                Op.ASSERT,
                statement(key),
                links.draw(),
                dated ? Map.of(Milestone.PICKED, at(random.nextInt(9)), Milestone.SHIPPED, at(20)) : Map.of());
    }

    private Statement statement(FactKey key) {
        if (key.entity().contains("line")) {
            Map<Quantity, BigDecimal> counters = Map.of(
                    Quantity.ALLOCATED, BigDecimal.valueOf(random.nextInt(3)),
                    Quantity.BACKORDERED, BigDecimal.valueOf(random.nextInt(2)));
            return new Statement.Line(
                    "1",
                    null,
                    null,
                    "EA",
                    Statement.Line.Kind.GOODS,
                    Statement.Line.Fulfilment.STOCK,
                    BigDecimal.valueOf(random.nextInt(4)),
                    counters,
                    false);
        }
        if (key.entity().equals("echoes")
                || key.entity().equals("references")
                || key.entity().equals("cartons")) {
            return new Statement.Alias();
        }
        if (key.entity().equals("sales-orders")) {
            return header(any(List.of(Statement.OrderHeader.State.values())), null);
        }
        if (key.connection().equals("crm") && key.entity().equals("orders") && random.nextInt(3) > 0) {
            boolean copy = random.nextInt(3) == 0;
            return header(
                    any(List.of(Statement.OrderHeader.State.values())),
                    copy ? "erp:" + any(salesOrders).value() : null);
        }
        DocumentState state = any(List.of(DocumentState.values()));
        return new Statement.Document(DocumentType.SHIPMENT, state, null, null, null, null, random.nextInt(4) == 0);
    }

    private static Statement header(Statement.OrderHeader.State state, @Nullable String ourKey) {
        return new Statement.OrderHeader(state, null, null, null, null, false, null, null, ourKey, null);
    }

    private Link sameAs(Identifier from, Identifier to) {
        return new Link(Link.Kind.SAME_AS, from, to, any(List.of(Link.Rule.values())));
    }

    private Link partOf(Identifier from, Identifier to) {
        return new Link(Link.Kind.PART_OF, from, to, any(List.of(Link.Rule.EXPLICIT, Link.Rule.ECHO)));
    }

    private <T> T any(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    private static List<Identifier> some(String prefix, int count) {
        List<Identifier> identifiers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            identifiers.add(id(prefix + i));
        }
        return identifiers;
    }
}
