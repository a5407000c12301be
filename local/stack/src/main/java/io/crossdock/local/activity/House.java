package io.crossdock.local.activity;

/**
 * The people of one warehouse.
 *
 * @param office who takes orders over
 * @param floor who ships them
 */
public record House(WarehouseOffice office, WarehouseFloor floor) {}
