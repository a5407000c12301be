package io.crossdock.local.prove.loop;

import io.crossdock.local.database.Login;
import io.crossdock.local.layout.BrokerNode;
import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.ProcessEntry;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.ConnectNode;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A process of the stack that may die.
 *
 * @param name as in logs and pid files
 * @param death what its death is evidence of
 * @param answers whether it does its work
 */
record Component(String name, FaultKind death, BooleanSupplier answers) {

    /** Those that run here now. */
    static List<Component> running(Workspace workspace) {
        return all(Secrets.read(workspace)).stream()
                .filter(each -> each.process(workspace).isPresent())
                .toList();
    }

    /** Its process; empty if it does not run. */
    Optional<ProcessEntry> process(Workspace workspace) {
        return PidFile.of(workspace.run(), name, workspace.mark()).running();
    }

    private static List<Component> all(Secrets secrets) {
        List<Component> all = new ArrayList<>();
        for (AppInstance instance : AppInstance.values()) {
            String ready = instance.management().url() + "/ready";
            all.add(new Component(instance.process(), FaultKind.APPLICATION_KILLED, () -> Http.answers(ready)));
        }
        for (ConnectNode node : ConnectNode.values()) {
            String health = node.rest().url() + "/health";
            all.add(new Component(node.process(), FaultKind.WORKER_KILLED, () -> Http.answers(health)));
        }
        for (BrokerNode node : BrokerNode.values()) {
            all.add(new Component(node.process(), FaultKind.BROKER_KILLED, () -> Replicas.areAllOn(node)));
        }
        String registry = Port.REGISTRY.url() + "/apis/registry/v3/system/info";
        all.add(new Component(Servers.REGISTRY, FaultKind.REGISTRY_KILLED, () -> Http.answers(registry)));
        all.add(new Component(
                Servers.CRM,
                FaultKind.CRM_KILLED,
                () -> Http.get(Port.CRM.url(), Map.of()).status() > 0));
        all.add(database(
                "wms-east", FaultKind.SOURCE_KILLED, Jdbc.wmsEast(), "wms_app", secrets.get(Name.WMS_EAST_PEOPLE)));
        all.add(database(
                "wms-west", FaultKind.SOURCE_KILLED, Jdbc.wmsWest(), "whs_app", secrets.get(Name.WMS_WEST_PEOPLE)));
        all.add(database("erp", FaultKind.SOURCE_KILLED, Jdbc.erp(), "erp_app", secrets.get(Name.ERP_PEOPLE)));
        all.add(database("crm-db", FaultKind.CRM_DATABASE_KILLED, Jdbc.crm(), "crm", secrets.get(Name.CRM_DB)));
        return all;
    }

    private static Component database(String name, FaultKind death, String url, String user, String password) {
        return new Component(name, death, new Login(url, user, password)::works);
    }
}
