package io.crossdock.runtime;

import io.crossdock.config.Listening;
import io.crossdock.config.Settings;
import io.crossdock.connect.ConnectWorker;
import io.crossdock.connect.ConnectorWatch;
import io.crossdock.connect.Restarts;
import io.crossdock.observe.LagRecorder;
import io.crossdock.observe.ProcessMetrics;
import io.crossdock.observe.RecentLag;
import io.crossdock.switches.Epoch;
import io.crossdock.systems.Systems;
import io.crossdock.topology.RegistrySerdes;
import io.crossdock.topology.Serdes;
import io.crossdock.transactions.HangingTransactions;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance of the application, from start to stop. */
public final class Application {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);
    private static final Duration CLOSE = Duration.ofSeconds(20);
    private static final Duration CONNECT_ANSWERS = Duration.ofSeconds(2);

    private final Settings settings;
    private final Systems systems;
    private final Epoch epoch;
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile ExitCode exit = ExitCode.STOPPED;

    Application(Settings settings, Systems systems, Epoch epoch) {
        this.settings = settings;
        this.systems = systems;
        this.epoch = epoch;
    }

    /** Runs one epoch after the other, until told to stop. */
    public static ExitCode runEpochs(Settings settings, Systems systems) {
        ExitCode exit = ExitCode.NEXT_EPOCH;
        while (exit == ExitCode.NEXT_EPOCH) {
            Serdes serdes = Serdes.of(new RegistrySerdes(settings.registryUrl()));
            Epoch epoch = new EpochStart(settings, systems, serdes, Clock.systemUTC()).begin();
            exit = new Application(settings, systems, epoch).run();
        }
        return exit;
    }

    /** Starts, waits until told to stop, closes in the opposite order. */
    ExitCode run() {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        ProcessMetrics.addTo(metrics);
        RecentLag recent = new RecentLag();
        LagRecorder lag = new LagRecorder(metrics, recent);
        Assembly assembly = new Assembly(settings, systems, epoch, this::goOver, Assembly.elapsed());
        KafkaStreams streams = assembly.streams(metrics, lag);
        streams.setUncaughtExceptionHandler(new FailurePolicy(clock, () -> end(ExitCode.FAILED)));
        streams.setStateListener(new LifecycleObserver(() -> end(ExitCode.FAILED)));

        ConnectWorker worker = new ConnectWorker(settings.connectUrl(), CONNECT_ANSWERS);
        AuditLog log =
                AuditLog.to(settings.kafka().client(), assembly.serdes().audit().serializer());
        Servers servers = new Servers(settings, systems, epoch, worker, assembly, streams, metrics, recent, log, clock);
        Javalin queries = servers.queries();
        Javalin management = servers.management();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop"));
        try (ConnectorWatch watch = new ConnectorWatch(worker, assembly.troubles(), new Restarts(metrics), clock);
                RebuildWatch rebuild = servers.rebuildWatch();
                HangingTransactions hanging = servers.hangingTransactions();
                StreamThreads threads = StreamThreads.of(streams)) {
            Listening at = settings.listening();
            listen(queries, at.bind(), at.port(), "CROSSDOCK_PORT_APP");
            listen(management, at.bind(), at.managementPort(), "CROSSDOCK_PORT_MANAGEMENT");
            streams.start();
            watch.start();
            rebuild.start();
            hanging.start();
            threads.start();
            LOG.info(
                    "Instance {} started; queries on {}:{}, health on {}.",
                    settings.instance(),
                    at.bind(),
                    at.port(),
                    at.managementPort());
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            management.stop();
            queries.stop();
            log.close();
            servers.close();
            close(streams);
            closed.countDown();
        }
        return exit;
    }

    private static void close(KafkaStreams streams) {
        if (!streams.close(CLOSE)) {
            LOG.warn(
                    "The streams did not end within {} s: what they hold is restored at the next start. {}",
                    CLOSE.toSeconds(),
                    StreamThreads.stacks());
        }
    }

    private void stopAndWait() {
        ended.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void goOver(long next) {
        LOG.info("Epoch {} has been asked for: this instance goes over to it.", next);
        end(ExitCode.NEXT_EPOCH);
    }

    private void end(ExitCode code) {
        exit = code;
        ended.countDown();
    }

    private static void listen(Javalin server, String address, int port, String variable) {
        try {
            server.start(address, port);
        } catch (RuntimeException e) {
            throw new PortTakenException(address, port, variable, e);
        }
    }
}
