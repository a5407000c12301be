package io.crossdock.order.fact;

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
}
