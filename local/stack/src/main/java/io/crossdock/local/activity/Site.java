package io.crossdock.local.activity;

/** The two warehouses; the ERP writes their names into its lines. */
public enum Site {
    EAST,
    WEST
}
