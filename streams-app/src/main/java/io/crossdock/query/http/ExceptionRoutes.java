package io.crossdock.query.http;

import io.crossdock.query.DeadLetters;
import io.javalin.config.JavalinConfig;
import java.time.Clock;

/** What is wrong: exceptions of orders and connections, and records that could not be read. */
public final class ExceptionRoutes implements Routes {

    private final ExceptionList exceptions;
    private final DeadLetterList deadLetters;
    private final Acknowledgement acknowledgement;
    private final Answers answers;

    /** Routes over exceptions and dead letters; who looks after one writes so into {@code log}. */
    public ExceptionRoutes(
            ExceptionList exceptions, DeadLetters deadLetters, OperatorLog log, Freshness freshness, Clock clock) {
        this.exceptions = exceptions;
        this.deadLetters = new DeadLetterList(deadLetters);
        this.acknowledgement = new Acknowledgement(exceptions, log, clock);
        this.answers = new Answers(freshness);
    }

    @Override
    public void addTo(JavalinConfig config) {
        config.routes.get("/api/v1/exceptions", http -> answers.fresh(http, Answers.page(exceptions.page(http))));
        config.routes.post("/api/v1/exceptions/{id}/acknowledge", acknowledgement::answer);
        config.routes.get("/api/v1/dead-letters", http -> answers.fresh(http, Answers.page(deadLetters.page(http))));
    }
}
