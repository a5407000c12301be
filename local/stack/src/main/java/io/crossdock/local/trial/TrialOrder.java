package io.crossdock.local.trial;

/**
 * An order under the name each system gave it.
 *
 * @param crmId 18-character id in the CRM
 * @param salesOrder number in the ERP
 * @param warehouseOrder id in the WMS
 * @param shipment id of its shipment in the WMS
 */
public record TrialOrder(String crmId, String salesOrder, String warehouseOrder, String shipment) {

    /** Home of the CRM's rows. */
    public String crmHome() {
        return "crm:order:" + crmId;
    }

    /** Home of the ERP's rows. */
    public String erpHome() {
        return "erp:sales-order:" + salesOrder;
    }

    /** Home of the warehouse order's rows. */
    public String warehouseHome() {
        return "wms-east:order:" + warehouseOrder;
    }

    /** Home of the shipment's rows. */
    public String shipmentHome() {
        return "wms-east:shipment:" + shipment;
    }
}
