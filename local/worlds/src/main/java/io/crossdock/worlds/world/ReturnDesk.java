package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People who take goods back, and their system. */
final class ReturnDesk {

    /** No real order has more documents. */
    private static final int MOST_ON_ONE_ORDER = 24;

    final SourceSystem system;
    private final Log log;
    private final long label;
    private final Table returns;
    private final Table lines;
    private final List<String> collected = new ArrayList<>();
    private final List<String> orphans = new ArrayList<>();
    private int issued;

    ReturnDesk(Log log, long label) {
        this.log = log;
        this.label = label;
        system = new SourceSystem(log, "returns", SourceKind.POSTGRES);
        returns = system.table("returns", "return", "id");
        lines = system.table("return-lines", "return", "return_id", "line_no");
    }

    static boolean announces(World world, Sale sale, Dice dice) {
        return opens(world, sale, dice, false);
    }

    /** More comes back than ever left. */
    static boolean announcesTooMuch(World world, Sale sale, Dice dice) {
        return opens(world, sale, dice, true);
    }

    static boolean receives(World world, Sale sale, Dice dice) {
        return moved(world, sale, dice, Comeback.Status.ANNOUNCED, Comeback.Status.RECEIVED);
    }

    static boolean closes(World world, Sale sale, Dice dice) {
        return moved(world, sale, dice, Comeback.Status.RECEIVED, Comeback.Status.CLOSED);
    }

    static boolean refuses(World world, Sale sale, Dice dice) {
        return moved(world, sale, dice, Comeback.Status.ANNOUNCED, Comeback.Status.REFUSED);
    }

    /** Somebody announces to send back what nobody will take. */
    static boolean refusesAtOnce(World world, Sale sale, Dice dice) {
        return opens(world, sale, dice, false) && refuses(world, sale, dice);
    }

    /** A parcel comes back and nobody knows what order it was. */
    static boolean findsOrphan(World world, Sale sale, Dice dice) {
        ReturnDesk desk = world.returnDesk;
        String id = desk.number();
        desk.orphans.add(id);
        desk.header(id, null, Comeback.Status.RECEIVED);
        desk.lines.put("return_id", id, "line_no", "1", "sku", "A-1", "unit", "EA", "quantity", 1);
        world.tell("A parcel without papers comes back as " + id);
        return true;
    }

    /** Parcels without papers are written on a number that stands for no order. */
    static boolean collects(World world, Sale sale, Dice dice) {
        ReturnDesk desk = world.returnDesk;
        int parcels = dice.between(8, 20);
        for (int i = 0; i < parcels; i++) {
            String id = desk.number();
            desk.collected.add(id);
            desk.header(id, desk.collectiveNumber(), Comeback.Status.RECEIVED);
        }
        world.tell(parcels + " parcels without papers are all written on " + desk.collectiveNumber());
        return true;
    }

    /** Some of them are put aside as what they are: nobody's. */
    static boolean sortsOut(World world, Sale sale, Dice dice) {
        ReturnDesk desk = world.returnDesk;
        if (desk.collected.isEmpty()) {
            return false;
        }
        int parcels = dice.between(1, Math.min(12, desk.collected.size()));
        for (int i = 0; i < parcels; i++) {
            String id = desk.collected.removeLast();
            desk.orphans.add(id);
            desk.header(id, null, Comeback.Status.RECEIVED);
        }
        world.tell(parcels + " of them are nobody's");
        return true;
    }

    /** Returns that name no order. */
    List<String> orphans() {
        return orphans;
    }

    /** True if so many parcels are written on the collective number that it can be no order's. */
    boolean isOverloaded() {
        return collected.size() > MOST_ON_ONE_ORDER;
    }

    String collectiveNumber() {
        return "SO-" + label + "-RETURNS";
    }

    private static boolean opens(World world, Sale sale, Dice dice, boolean tooMuch) {
        List<ErpLine> lines = sale.salesOrders.stream()
                .flatMap(order -> order.lines.stream())
                .filter(line -> line.line.kind.isHandled() && line.left() > 0)
                .toList();
        ErpLine line = dice.of(lines);
        if (line == null) {
            return false;
        }
        int left = (int) line.left();
        Comeback comeback = new Comeback(line.order, world.returnDesk.number());
        comeback.units.put(line, tooMuch ? left + 1 : dice.oneIn(2) ? left : dice.between(1, left));
        line.order.comebacks.add(comeback);
        world.returnDesk.write(comeback);
        world.tell("The customer announces to send back " + comeback.units.get(line) + " of line " + line.number
                + " of " + line.order.no + " as " + comeback.id);
        return true;
    }

    private static boolean moved(World world, Sale sale, Dice dice, Comeback.Status from, Comeback.Status to) {
        Comeback comeback = dice.of(
                comebacks(sale).filter(candidate -> candidate.status == from).toList());
        if (comeback == null) {
            return false;
        }
        comeback.status = to;
        world.returnDesk.write(comeback);
        world.tell(comeback.id + " is " + to);
        return true;
    }

    private static Stream<Comeback> comebacks(Sale sale) {
        return sale.salesOrders.stream().flatMap(order -> order.comebacks.stream());
    }

    private String number() {
        return "R-" + label + "-" + ++issued;
    }

    private void write(Comeback comeback) {
        comeback.firsts.says(
                "returned", comeback.status == Comeback.Status.RECEIVED || comeback.status == Comeback.Status.CLOSED);
        header(comeback.id, comeback.order.no, comeback.status);
        int no = 0;
        for (ErpLine line : comeback.units.keySet()) {
            lines.put(
                    "return_id",
                    comeback.id,
                    "line_no",
                    String.valueOf(++no),
                    "erp_order_no",
                    comeback.order.no,
                    "erp_line",
                    line.number,
                    "sku",
                    line.line.sku,
                    "unit",
                    line.line.pieceUnit(),
                    "quantity",
                    comeback.units.get(line));
        }
    }

    private void header(String id, @Nullable String orderNo, Comeback.Status status) {
        returns.put("id", id, "erp_order_no", orderNo, "status", status, "updated_at", log.time());
    }
}
