package io.crossdock.local.layout;

/** JDBC URLs of the databases, without credentials. */
public final class Jdbc {

    private Jdbc() {}

    /** The warehouse of the east. */
    public static String wmsEast() {
        return "jdbc:postgresql://" + Port.WMS_EAST.address() + "/wms";
    }

    /** The warehouse of the west. */
    public static String wmsWest() {
        return "jdbc:postgresql://" + Port.WMS_WEST.address() + "/whs";
    }

    /** The ERP. */
    public static String erp() {
        return "jdbc:mariadb://" + Port.ERP.address() + "/erp";
    }

    /** Where the CRM keeps its records and its access log. */
    public static String crm() {
        return "jdbc:postgresql://" + Port.CRM_DB.address() + "/crm";
    }
}
