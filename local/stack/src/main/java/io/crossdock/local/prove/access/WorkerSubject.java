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
import java.util.function.Predicate;

/** The running Connect worker, which is started anew each time while an order is placed, shipped and invoiced. */
final class WorkerSubject implements Subject {

    static final String LOGIN = "crossdock-connect";

    private static final String SIGNALS = "crossdock-signals-";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** So long nobody must be refused anything: connectors begin within seconds, and one that fails is started again after ten. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private static final Duration OFTEN = Duration.ofSeconds(1);

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
        long from = size();
        restart();
        Signal signal = trial();
        connectors.awaitAllRunning();
        Patience.until(QUIET, OFTEN, () -> refusal(Taken::isRefusal, from).isPresent());
        connectors.awaitAllRunning();
        return refusal(Taken::isRefusal, from)
                .map(line -> new Outcome(false, line))
                .orElse(
                        signal.isHeardIn(said(from))
                                ? new Outcome(true, "all connectors run, nobody is refused anything")
                                : new Outcome(false, "a signal was not heard"));
    }

    @Override
    public Outcome without(Taken taken) {
        long from = size();
        restart();
        Signal signal = trial();
        Patience.until(
                taken.name().equals(SIGNALS) ? QUIET : PATIENCE,
                OFTEN,
                () -> refusal(taken::isRefusedIn, from).isPresent());
        Optional<String> refusal = refusal(taken::isRefusedIn, from);
        if (taken.name().equals(SIGNALS)) {
            return new Outcome(
                    !signal.isHeardIn(said(from)),
                    refusal.orElse("a signal is not heard, and nobody says so but SOURCE_GAP, which stays"));
        }
        return refusal.map(line -> new Outcome(true, line))
                .orElse(new Outcome(false, "it works without for " + PATIENCE.toSeconds() + " s"));
    }

    /** Something for each connector to do. */
    private Signal trial() {
        TrialOrder order = orders.place();
        orders.ship(order);
        orders.invoice(order);
        orders.reshape();
        Signal signal = new Signal();
        signal.send();
        return signal;
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

    private Optional<String> refusal(Predicate<String> line, long from) {
        return said(from).lines().map(String::strip).filter(line).findFirst();
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
