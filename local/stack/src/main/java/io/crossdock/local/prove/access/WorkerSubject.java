package io.crossdock.local.prove.access;

import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.Signals;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.loop.Connectors;
import io.crossdock.local.server.ConnectNode;
import io.crossdock.local.trial.TrialOrder;
import io.crossdock.local.trial.TrialOrders;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The running Connect worker, which is started anew each time while an order is placed, shipped and invoiced. */
final class WorkerSubject implements Subject {

    static final String LOGIN = "crossdock-connect";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Workspace workspace;
    private final Connectors connectors = new Connectors();
    private final TrialOrders orders;
    private final Path log;

    WorkerSubject(Workspace workspace) {
        this.workspace = workspace;
        this.orders = TrialOrders.open(Secrets.read(workspace));
        this.log = workspace.logs().resolve(ConnectNode.FIRST.process() + ".log");
    }

    @Override
    public String login() {
        return LOGIN;
    }

    @Override
    public Outcome withAll() {
        settle();
        return new Outcome(true, "all connectors run");
    }

    @Override
    public Outcome without(Taken taken) {
        long from = size();
        restart();
        TrialOrder order = orders.place();
        orders.ship(order);
        orders.invoice(order);
        Patience.until(
                PATIENCE, Duration.ofSeconds(1), () -> refusal(taken, from).isPresent());
        return refusal(taken, from)
                .map(line -> new Outcome(true, line))
                .orElse(new Outcome(false, "it works without for " + PATIENCE.toSeconds() + " s"));
    }

    @Override
    public void settle() {
        restart();
        connectors.awaitAllRunning();
    }

    private void restart() {
        long before = PidFile.of(workspace.run(), ConnectNode.FIRST.process(), workspace.mark())
                .running()
                .orElseThrow(() ->
                        new StackFailure("connect does not run: `./crossdock up --secure --no-activity` starts it."))
                .pid();
        Signals.send(before, "TERM");
    }

    private Optional<String> refusal(Taken taken, long from) {
        return said(from).lines().map(String::strip).filter(taken::isRefusedIn).findFirst();
    }

    private long size() {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new StackFailure("The log " + log + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private String said(long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StackFailure("The log " + log + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        orders.close();
    }
}
