package io.crossdock.local.prove.golive;

import java.util.Locale;

/**
 * One order of those that were open before Crossdock was there. Every fourth is accepted and in the warehouse's hands; the others wait to
 * be accepted.
 *
 * @param number from 1
 */
record OldOrder(int number) {

    private static final int IN_WAREHOUSE = 4;
    private static final String OURS = "8019z";

    /** In the CRM: digits and small letters only, so that the last three say so. */
    String crmId() {
        return OURS + padded(10) + "AAA";
    }

    /** Whether a record of the CRM is one of these orders. */
    static boolean isOne(String crmId) {
        return crmId.startsWith(OURS);
    }

    /** Its home in the CRM. */
    String crmHome() {
        return "crm:order:" + crmId();
    }

    /** In the ERP. */
    String salesOrder() {
        return "GL-" + padded(7);
    }

    /** In the warehouse of the east. */
    String warehouseOrder() {
        return "GLW-" + padded(7);
    }

    /** True if the warehouse has it. */
    boolean isInWarehouse() {
        return number % IN_WAREHOUSE == 0;
    }

    private String padded(int width) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }
}
