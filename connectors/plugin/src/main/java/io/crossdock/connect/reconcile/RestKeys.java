package io.crossdock.connect.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.connect.http.Answer;
import io.crossdock.connect.http.RestClient;
import io.crossdock.connect.source.EntitySpec;
import io.crossdock.connect.source.Position;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects of a REST API with queries: walked by their ids, which are indexed, each chunk one call. */
final class RestKeys implements KeySource {

    /** An answer says its second only. */
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final RestClient client;
    private final Map<String, EntitySpec> specs;
    private final int chunkRows;

    /** {@code specs} by entity. */
    RestKeys(RestClient client, Map<String, EntitySpec> specs, int chunkRows) {
        this.client = client;
        this.specs = Map.copyOf(specs);
        this.chunkRows = chunkRows;
    }

    @Override
    public Beginning begin(KeyEntity entity) throws SourceAway, InterruptedException {
        Answer answer = ask("SELECT COUNT() FROM " + entity.table());
        JsonNode size = answer.body().path("totalSize");
        return new Beginning(clock(answer), size.isIntegralNumber() ? size.longValue() : null);
    }

    @Override
    public Chunk behind(KeyEntity entity, @Nullable List<String> key) throws SourceAway, InterruptedException {
        EntitySpec spec = spec(entity);
        int id = spec.key().indexOf(spec.id());
        Answer answer = ask(query(spec, key == null ? null : key.get(id)));
        List<KeyRow> rows = new ArrayList<>();
        // Whatever the answer shows was committed by the end of its second.
        Instant readAt = clock(answer).plus(A_SECOND);
        for (JsonNode row : answer.body().path("records")) {
            rows.add(row(spec, row, readAt));
        }
        // A call may bring fewer than it was asked for, and say that there are more.
        boolean isLast = rows.isEmpty()
                || (rows.size() < chunkRows && answer.body().path("done").asBoolean(true));
        return new Chunk(rows, isLast ? clock(answer) : null);
    }

    @Override
    public void close() {
        // The client is closed with its task.
    }

    private String query(EntitySpec spec, @Nullable String lastId) {
        Set<String> fields = new LinkedHashSet<>(spec.key());
        fields.add(spec.cursor());
        return "SELECT " + String.join(",", fields) + " FROM " + spec.object()
                + (lastId == null ? "" : " WHERE " + spec.id() + " > '" + EntitySpec.escaped(lastId) + "'")
                + " ORDER BY " + spec.id() + " LIMIT " + chunkRows;
    }

    private static KeyRow row(EntitySpec spec, JsonNode row, Instant readAt) {
        List<String> key =
                spec.key().stream().map(field -> row.path(field).asText()).toList();
        return new KeyRow(key, Position.instant(row.path(spec.cursor()).asText()), readAt);
    }

    private Answer ask(String query) throws SourceAway, InterruptedException {
        Answer answer;
        try {
            answer = client.query(query, chunkRows);
        } catch (IOException e) {
            throw new SourceAway(e.getClass().getSimpleName() + ": " + e.getMessage(), e);
        }
        if (!answer.isSuccess()) {
            throw new SourceAway(query + " was answered " + answer.summary(), null);
        }
        return answer;
    }

    private EntitySpec spec(KeyEntity entity) {
        EntitySpec spec = specs.get(entity.entity());
        if (spec == null) {
            throw new IllegalArgumentException("No object is known for " + entity.entity());
        }
        return spec;
    }

    private static Instant clock(Answer answer) {
        return answer.at().truncatedTo(ChronoUnit.SECONDS);
    }
}
