package io.crossdock.local.prove;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.subscribers.ConnectorControl;
import io.crossdock.local.prove.subscribers.Kcat;
import io.crossdock.local.prove.subscribers.NodeConsumer;
import io.crossdock.local.prove.subscribers.Promtool;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code prove subscribers}: tools that know nothing of Crossdock can read what it publishes and operate what it runs. */
@Command(
        name = "subscribers",
        description =
                "kcat and a Node consumer read orders.status, Connect obeys its REST API, promtool accepts /metrics.",
        mixinStandardHelpOptions = true)
public final class ProveSubscribersCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Progress progress = new Progress(System.out);
        Verdict verdict = new Verdict();
        progress.step("kcat", "reading orders.status");
        verdict.add(Kcat.check());
        progress.step("node", "reading orders.status as plain Avro");
        verdict.add(NodeConsumer.check(Workspace.current()));
        progress.step("connect", "pausing, resuming and restarting every connector");
        verdict.addAll(ConnectorControl.check());
        progress.step("promtool", "checking /metrics");
        verdict.add(Promtool.check());
        verdict.print(System.out);
        return verdict.exitCode();
    }
}
