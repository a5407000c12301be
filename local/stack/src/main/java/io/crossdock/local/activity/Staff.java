package io.crossdock.local.activity;

/**
 * Everybody who works on orders, how work gets from one to the next, and the numbers they give.
 *
 * @param sales at the CRM
 * @param erp at the ERP
 * @param east at the warehouse in the east
 * @param west at the warehouse in the west
 * @param handOver by hand, or told
 * @param numbers the number ranges
 */
public record Staff(SalesDesk sales, ErpClerk erp, House east, House west, HandOver handOver, Numbers numbers) {

    /** People at the desks of the given systems. */
    public static Staff at(Systems systems, Desks desks, HandOver handOver) {
        return new Staff(
                new SalesDesk(systems),
                new ErpClerk(desks.erp()),
                new House(new EastOffice(desks.east()), new EastFloor(desks.east())),
                new House(new WestOffice(desks.west()), new WestFloor(desks.west())),
                handOver,
                new Numbers());
    }

    /** The people of that warehouse. */
    public House at(Site site) {
        return switch (site) {
            case EAST -> east;
            case WEST -> west;
        };
    }
}
