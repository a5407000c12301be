package io.crossdock.reference;

/** How important a customer is, the most important first. */
public enum Tier {
    STRATEGIC,
    KEY,
    STANDARD
}
