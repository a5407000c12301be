package io.crossdock.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.connect.ConnectWorker;
import io.crossdock.freshness.Pauses;
import io.crossdock.observe.ConnectorStates;
import io.crossdock.observe.PausedTargets;
import io.crossdock.observe.SourceRowMetrics;
import io.crossdock.observe.StoreMetrics;
import io.crossdock.observe.StreamsMetrics;
import io.crossdock.observe.WatermarkJson;
import io.crossdock.observe.WatermarkMetrics;
import io.crossdock.order.freshness.PauseRule;
import io.crossdock.query.NotReadyException;
import io.crossdock.systems.Connection;
import io.crossdock.systems.Systems;
import io.crossdock.transactions.HangingTransactions;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Health, readiness and metrics of this instance. */
final class Management {

    private final KafkaStreams streams;
    private final PrometheusMeterRegistry metrics;
    private final LocalStores local;
    private final HeardSources heard;
    private final HangingTransactions hanging;
    private final Clock clock;
    private final List<String> sources;
    private final ConnectorStates connectors;
    private final PausedTargets paused;
    private final StoreMetrics storeMetrics;
    private final WatermarkMetrics watermarkMetrics;
    private final SourceRowMetrics sourceRowMetrics;
    private final StreamsMetrics streamsMetrics;

    Management(
            Systems systems,
            ConnectWorker worker,
            Pauses pauses,
            KafkaStreams streams,
            PrometheusMeterRegistry metrics,
            ReadSide readSide,
            HangingTransactions hanging,
            Clock clock) {
        this.streams = streams;
        this.metrics = metrics;
        this.local = readSide.local();
        this.heard = readSide.heard();
        this.hanging = hanging;
        this.clock = clock;
        this.sources = systems.sources().stream().map(Connection::name).toList();
        this.connectors = new ConnectorStates(worker);
        this.paused = new PausedTargets(metrics, pauseRules(systems), pauses, heard::knownWatermark, clock);
        this.storeMetrics = new StoreMetrics(metrics, clock, local::outcomes, local::unsynced);
        this.watermarkMetrics = new WatermarkMetrics(metrics, clock, sources, heard::watermark, heard::log);
        this.sourceRowMetrics = new SourceRowMetrics(metrics, clock, local::standings);
        this.streamsMetrics =
                new StreamsMetrics(metrics, this::isRunning, streams::metrics, readSide.copies()::complete);
    }

    private static Map<String, PauseRule> pauseRules(Systems systems) {
        Map<String, PauseRule> rules = new TreeMap<>();
        for (Connection target : systems.targets()) {
            if (target.pause() != null) {
                rules.put(target.name(), target.pause());
            }
        }
        return rules;
    }

    Javalin server() {
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/healthy", this::healthy);
            config.routes.get("/ready", this::ready);
            config.routes.get("/metrics", this::metrics);
        });
    }

    private void healthy(Context http) {
        KafkaStreams.State state = streams.state();
        boolean healthy = state.isRunningOrRebalancing() || state == KafkaStreams.State.CREATED;
        http.status(healthy ? 200 : 503).json(Map.of("healthy", healthy, "streams", state.name()));
    }

    private void ready(Context http) {
        ObjectNode body = connectors.json();
        boolean ready = isRunning() && local.answer();
        body.put("ready", ready).put("streams", streams.state().name());
        body.set("watermarks", WatermarkJson.of(sources, heard::knownWatermark, heard::knownLog, clock.instant()));
        body.set("paused", paused.json());
        body.set("hangingTransactions", hanging.json());
        http.status(ready ? 200 : 503).contentType("application/json").result(body.toString());
    }

    private void metrics(Context http) {
        refreshQuietly();
        http.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
    }

    private void refreshQuietly() {
        streamsMetrics.refresh();
        try {
            storeMetrics.refresh();
            watermarkMetrics.refresh();
            sourceRowMetrics.refresh();
        } catch (NotReadyException | InvalidStateStoreException e) {
            // While stores are restored the last known figures stand; /ready says that they do.
        }
    }

    private boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }
}
