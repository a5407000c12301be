package io.crossdock.local.activity;

/**
 * An order whose life is over, under its numbers in CRM and ERP.
 *
 * @param scenario what became of it
 * @param crmId 18-character id in the CRM
 * @param salesOrder number in the ERP
 */
public record Ended(Scenario scenario, String crmId, String salesOrder) {}
