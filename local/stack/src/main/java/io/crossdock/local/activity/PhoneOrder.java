package io.crossdock.local.activity;

/**
 * An order that came by telephone, of one line that the east ships. Sales never enter it.
 *
 * @param salesOrder number in the ERP
 * @param purchaseOrder the customer's number
 * @param warehouseOrder number in the warehouse, once that has it
 * @param shipment number of its one shipment, once that is planned
 * @param plan what happens to it
 */
public record PhoneOrder(String salesOrder, String purchaseOrder, String warehouseOrder, String shipment, Plan plan) {}
