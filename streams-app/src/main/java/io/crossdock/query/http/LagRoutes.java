package io.crossdock.query.http;

import io.javalin.config.JavalinConfig;

/** How long states take to reach each target, and how far each source has been read. */
public final class LagRoutes implements Routes {

    private final LagSummary lag;
    private final SourceList sources;
    private final Answers answers;

    /** Routes over what was measured. */
    public LagRoutes(LagSummary lag, SourceList sources, Freshness freshness) {
        this.lag = lag;
        this.sources = sources;
        this.answers = new Answers(freshness);
    }

    @Override
    public void addTo(JavalinConfig config) {
        config.routes.get("/api/v1/lag", http -> answers.fresh(http, lag.json()));
        config.routes.get("/api/v1/sources", http -> answers.fresh(http, Answers.page(sources.page())));
        config.routes.get(LagSummary.SAMPLES, http -> Answers.json(http, Answers.page(lag.samplesHere())));
        config.routes.get(LagSummary.OPEN, http -> Answers.json(http, Answers.page(lag.openHere())));
    }
}
