package io.crossdock.order.status;

import java.math.BigDecimal;

/** One spelling for each value: quantities are compared by value, so 5, 5.0 and 5.000 are one content. */
final class Decimals {

    private Decimals() {}

    /** The same value without trailing zeros and never in exponent form. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
