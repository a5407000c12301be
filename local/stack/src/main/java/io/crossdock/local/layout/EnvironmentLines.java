package io.crossdock.local.layout;

import io.crossdock.local.layout.Secrets.Name;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where everything is and who may use it, as {@code ./crossdock env} prints it for other programs. */
public final class EnvironmentLines {

    private EnvironmentLines() {}

    /** Key and value in the order they are printed. JDBC URLs carry no credentials; the users are the people's, not ours. */
    public static Map<String, String> of(Secrets secrets) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("KAFKA_BOOTSTRAP", Brokers.current().addresses());
        lines.put("CONNECT_URL", Port.CONNECT.url());
        lines.put("REGISTRY_URL", Port.REGISTRY.url() + "/apis/registry/v3");
        lines.put("WMS_EAST_JDBC", Jdbc.wmsEast());
        lines.put("WMS_EAST_USER", "wms_app");
        lines.put("WMS_EAST_PASSWORD", secrets.get(Name.WMS_EAST_PEOPLE));
        lines.put("WMS_WEST_JDBC", Jdbc.wmsWest());
        lines.put("WMS_WEST_USER", "whs_app");
        lines.put("WMS_WEST_PASSWORD", secrets.get(Name.WMS_WEST_PEOPLE));
        lines.put("ERP_JDBC", Jdbc.erp());
        lines.put("ERP_USER", "erp_app");
        lines.put("ERP_PASSWORD", secrets.get(Name.ERP_PEOPLE));
        lines.put("CRM_URL", Port.CRM.url());
        lines.put("CRM_CLIENT_ID", secrets.get(Name.CRM_CLIENT_ID));
        lines.put("CRM_CLIENT_SECRET", secrets.get(Name.CRM_CLIENT_SECRET));
        lines.put("CRM_JDBC", Jdbc.crm());
        lines.put("CRM_DB_USER", "crm");
        lines.put("CRM_DB_PASSWORD", secrets.get(Name.CRM_DB));
        lines.put("APP_URL", Port.APP.url());
        lines.put("MANAGEMENT_URL", Port.MANAGEMENT.url());
        lines.put("APP_URL_2", Port.APP_2.url());
        lines.put("MANAGEMENT_URL_2", Port.MANAGEMENT_2.url());
        return lines;
    }

    /** The lines as text, {@code KEY=VALUE} each. */
    public static String text(Secrets secrets) {
        return of(secrets).entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .collect(Collectors.joining("\n"));
    }
}
