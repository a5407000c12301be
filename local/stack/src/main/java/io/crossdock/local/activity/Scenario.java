package io.crossdock.local.activity;

import java.util.SplittableRandom;

/** What becomes of an order, how often of 1,000, and the status that this should end in. */
public enum Scenario {
    SHIPPED_AT_ONCE(230, "SHIPPED"),
    SHIPPED_IN_PARTS(200, "SHIPPED"),
    LINE_CANCELLED(110, "SHIPPED"),
    PARTLY_SHIPPED(110, "PARTIALLY_SHIPPED"),
    BACKORDERED(80, "BACKORDERED"),
    CANCELLED(80, "CANCELLED"),
    BACKORDER_FILLED(50, "SHIPPED"),
    /** Entered at the ERP by telephone and captured in the CRM too; the ERP learns of the CRM's order only later. */
    PHONED_IN(40, "SHIPPED"),
    /** One load in the west for two sales orders of one customer. */
    CONSOLIDATED(30, "SHIPPED"),
    LATE_NUMBER(20, "SHIPPED"),
    SHORT_CLOSED(20, "SHIPPED"),
    PACKED_ONLY(15, "PACKED"),
    ALLOCATED_ONLY(15, "ALLOCATED");

    private static final int ALL = 1000;

    private final int weight;
    private final String finalStatus;

    Scenario(int weight, String finalStatus) {
        this.weight = weight;
        this.finalStatus = finalStatus;
    }

    /** True if something leaves a warehouse, or is packed to. */
    boolean isShipped() {
        return this != CANCELLED && this != ALLOCATED_ONLY && this != BACKORDERED;
    }

    /** The roll-up status at the end of the order's life. */
    public String finalStatus() {
        return finalStatus;
    }

    /** One of them, by the dice and their weights. */
    static Scenario draw(SplittableRandom dice) {
        int roll = dice.nextInt(ALL);
        for (Scenario scenario : values()) {
            roll -= scenario.weight;
            if (roll < 0) {
                return scenario;
            }
        }
        return SHIPPED_AT_ONCE;
    }
}
