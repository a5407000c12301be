package io.crossdock.local.activity;

/**
 * An order whose life is over, under the numbers of the three systems.
 *
 * @param scenario what became of it
 * @param crmId 18-character id in the CRM
 * @param salesOrder number in the ERP
 * @param warehouseOrder number in the WMS; not there if it was cancelled before it was handed over
 */
public record Ended(Scenario scenario, String crmId, String salesOrder, String warehouseOrder) {}
