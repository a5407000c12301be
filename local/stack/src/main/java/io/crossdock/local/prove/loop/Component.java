package io.crossdock.local.prove.loop;

import io.crossdock.local.activity.Systems;
import io.crossdock.local.database.Login;
import io.crossdock.local.layout.BrokerNode;
import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ChildSpec;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.ProcessEntry;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.ConnectNode;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Servers;
import java.util.ArrayList;
import java.util.List;
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
        return all(workspace).stream()
                .filter(each -> each.process(workspace).isPresent())
                .toList();
    }

    /** Its process; empty if it does not run. */
    Optional<ProcessEntry> process(Workspace workspace) {
        return PidFile.of(workspace.run(), name, workspace.mark()).running();
    }

    private static List<Component> all(Workspace workspace) {
        Secrets secrets = Secrets.read(workspace);
        Shape shape = Shape.read(workspace);
        Servers servers = new Servers(workspace, secrets, shape);
        List<Component> all = new ArrayList<>();
        for (AppInstance instance : AppInstance.values()) {
            String ready = instance.management().url() + "/ready";
            all.add(new Component(instance.process(), FaultKind.APPLICATION_KILLED, () -> Http.answers(ready)));
        }
        for (ConnectNode node : ConnectNode.first(shape.workers())) {
            all.add(of(servers.connect(node), FaultKind.WORKER_KILLED));
        }
        for (BrokerNode node : BrokerNode.first(shape.brokers())) {
            // Its port first: the others take it for alive for some seconds after its death.
            BooleanSupplier listens = servers.broker(node).ready();
            all.add(new Component(
                    node.process(), FaultKind.BROKER_KILLED, () -> listens.getAsBoolean() && Replicas.areAllOn(node)));
        }
        all.add(of(servers.registry(), FaultKind.REGISTRY_KILLED));
        all.add(of(servers.crm(), FaultKind.CRM_KILLED));
        Systems people = Systems.of(workspace);
        all.add(database("wms-east", FaultKind.SOURCE_KILLED, people.east()));
        all.add(database("wms-west", FaultKind.SOURCE_KILLED, people.west()));
        all.add(database("erp", FaultKind.SOURCE_KILLED, people.erp()));
        all.add(database(
                "crm-db", FaultKind.CRM_DATABASE_KILLED, new Login(Jdbc.crm(), "crm", secrets.get(Name.CRM_DB))));
        return all;
    }

    private static Component of(ChildSpec spec, FaultKind death) {
        return new Component(spec.name(), death, spec.ready());
    }

    private static Component database(String name, FaultKind death, Login people) {
        return new Component(name, death, people::works);
    }
}
