package io.crossdock.order.fact;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A cumulative quantity of a line. Later ones of the fulfilment chain count as the earlier ones too. */
public enum Quantity {
    ORDERED("ordered"),
    CANCELLED("cancelled"),
    CANCEL_REQUESTED("cancelRequested"),
    ALLOCATED("allocated"),
    BACKORDERED("backordered"),
    RELEASED("released"),
    PICKED("picked"),
    PACKED("packed"),
    SHIPPED("shipped"),
    DELIVERED("delivered"),
    SHORT_CLOSED("shortClosed"),
    RETURN_REQUESTED("returnRequested"),
    RETURN_RECEIVED("returnReceived"),
    INVOICED("invoiced"),
    CREDITED("credited");

    private final String text;

    Quantity(String text) {
        this.text = text;
    }

    /** The public name, for example {@code shortClosed}. */
    public String text() {
        return text;
    }

    /**
     * Reads the public name.
     *
     * @throws IllegalArgumentException if there is no such quantity
     */
    public static Quantity of(String text) {
        for (Quantity quantity : values()) {
            if (quantity.text.equals(text)) {
                return quantity;
            }
        }
        throw new IllegalArgumentException("No quantity is called '" + text + "'");
    }

    /** True if it counts work that is being done, so that a rest of it can still be to do. */
    private boolean isWork() {
        return switch (this) {
            case ORDERED, CANCELLED, CANCEL_REQUESTED, BACKORDERED, SHORT_CLOSED -> false;
            default -> true;
        };
    }

    /**
     * What a line's own counter says has come about. A counter of what remains is turned round: the line's quantity less
     * what remains, never below zero (R37).
     *
     * @return null if the line keeps no such counter, or only of what remains of a quantity it does not know
     */
    public @Nullable BigDecimal countedOn(Statement.Line line) {
        BigDecimal counter = line.counters().get(this);
        if (counter == null || !line.remaining() || !isWork()) {
            return counter;
        }
        BigDecimal whole =
                line.quantity() != null ? line.quantity() : line.counters().get(ORDERED);
        return whole == null ? null : whole.subtract(counter).max(BigDecimal.ZERO);
    }
}
