package io.crossdock.local.activity;

/**
 * The desks that people share, one for each database.
 *
 * @param east at the warehouse in the east
 * @param west at the warehouse in the west
 * @param erp at the ERP
 */
public record Desks(Desk east, Desk west, Desk erp) implements AutoCloseable {

    /** Desks at the given systems. */
    public static Desks at(Systems systems) {
        return new Desks(new Desk(systems.east()), new Desk(systems.west()), new Desk(systems.erp()));
    }

    /** The desk of that warehouse. */
    Desk at(Site site) {
        return switch (site) {
            case EAST -> east;
            case WEST -> west;
        };
    }

    @Override
    public void close() {
        east.close();
        west.close();
        erp.close();
    }
}
