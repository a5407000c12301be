package io.crossdock.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.connect.http.Answer;
import io.crossdock.connect.http.RestClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one entity page by page, each page a query of its own behind the last record. A round ends with a page that is not full, or
 * that has come to what was written after its begin; each round but the first starts an overlap before that, or before the cursor. A
 * round that breaks off goes on after the last record it has seen. One call at a time.
 */
final class EntityReader implements PageReader {

    private static final Logger LOG = LoggerFactory.getLogger(EntityReader.class);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final RestClient client;
    private final Soql soql;
    private final EntitySpec spec;
    private final RowWriter writer;
    private final Overlap overlap;
    private final int pageSize;

    private Progress progress;
    private boolean firstRead;
    private @Nullable Position inRound;
    private @Nullable String nextPage;
    private @Nullable Instant roundStart;
    private @Nullable Instant lastRoundStart;
    private int rowsOfQuery;
    private boolean isBlind;

    /** A reader that goes on from Connect's offset, or reads everything if there is none. */
    EntityReader(
            RestClient client,
            EntitySpec spec,
            RestSourceConfig config,
            Map<String, String> partition,
            @Nullable Map<String, ?> offset) {
        this.client = client;
        this.soql = new Soql(spec, config.pageSize());
        this.spec = spec;
        this.writer = new RowWriter(spec, config.topic(spec), partition);
        this.overlap = new Overlap(config.overlap());
        this.pageSize = config.pageSize();
        this.progress = offset == null ? new Progress(null, null) : Progress.of(offset);
        this.firstRead = offset == null || progress.snapshotUntil() != null;
    }

    @Override
    public Page next() throws IOException, InterruptedException {
        String locator = nextPage;
        Answer answer = locator == null ? query() : client.more(locator, pageSize);
        if (!answer.isSuccess()) {
            // A locator may have expired; the query by position reads the same rows.
            nextPage = null;
            throw new ReadFailed(spec.object(), answer);
        }
        return page(answer);
    }

    private Answer query() throws IOException, InterruptedException {
        Position position = inRound;
        Position cursor = progress.cursor();
        String query;
        if (position != null) {
            query = soql.after(position);
        } else if (cursor != null && overlap.isNone()) {
            query = soql.after(cursor);
        } else if (cursor != null) {
            query = soql.since(overlap.start(lookedTo(cursor)));
        } else {
            query = soql.all();
        }
        rowsOfQuery = 0;
        long asked = System.nanoTime();
        Answer answer = client.query(query, pageSize);
        if (answer.isSuccess() && roundStart == null) {
            // The answer was made at some time between question and answer, and its header knows the second only.
            Duration took = Duration.ofNanos(System.nanoTime() - asked);
            roundStart = answer.at().truncatedTo(ChronoUnit.SECONDS).minus(took);
        }
        return answer;
    }

    private Page page(Answer answer) {
        JsonNode rows = answer.body().path("records");
        // Everything that can fail comes before the first change of state, or a page read again would miss rows.
        List<Position> positions = new ArrayList<>(rows.size());
        rows.forEach(row -> positions.add(position(row)));

        if (firstRead && progress.snapshotUntil() == null) {
            progress = new Progress(progress.cursor(), answer.at());
        }
        nextPage = answer.body().path("nextRecordsUrl").asText(null);
        List<SourceRecord> records = new ArrayList<>(positions.size());
        for (int i = 0; i < positions.size(); i++) {
            boolean last = nextPage == null && rowsOfQuery + positions.size() < pageSize && i == positions.size() - 1;
            row(rows.get(i), positions.get(i), answer.at(), last, records);
        }
        rowsOfQuery += positions.size();
        boolean roundIsOver = nextPage == null && (rowsOfQuery < pageSize || isPastItsBegin(inRound));
        Instant completeTo = roundIsOver ? endRound(answer.at()) : null;
        return new Page(records, !roundIsOver, completeTo);
    }

    private Position position(JsonNode row) {
        return new Position(
                Position.instant(row.path(spec.cursor()).asText()),
                row.path(spec.id()).asText());
    }

    private void row(JsonNode row, Position position, Instant readAt, boolean last, List<SourceRecord> records) {
        inRound = position;
        Instant until = progress.snapshotUntil();
        boolean snapshot = firstRead && until != null && position.stamp().isBefore(until);
        progress = progress.read(position);
        if (overlap.add(position)) {
            Progress written = last ? progress.live() : progress;
            records.add(writer.write(row, position, readAt, snapshot ? RowWriter.SNAPSHOT : RowWriter.CHANGE, written));
        }
    }

    /** What is written while a round runs is left to the next one, or a source that writes without pause would never see a round end. */
    private boolean isPastItsBegin(@Nullable Position position) {
        return position != null && roundStart != null && !position.stamp().isBefore(roundStart);
    }

    /** A transaction that was open at any time of the last round may have committed behind what that round had read. */
    private Instant lookedTo(Position cursor) {
        return lastRoundStart != null && lastRoundStart.isBefore(cursor.stamp()) ? lastRoundStart : cursor.stamp();
    }

    private @Nullable Instant endRound(Instant now) {
        firstRead = false;
        progress = progress.live();
        inRound = null;
        Position cursor = progress.cursor();
        lastRoundStart = roundStart;
        if (cursor != null) {
            overlap.prune(lookedTo(cursor));
        }
        Instant completeTo = looksBack(cursor, now) ? roundStart : null;
        roundStart = null;
        return completeTo;
    }

    /** A stamp far ahead of the target's clock moves the cursor past rows that are still to be written: then nothing is complete. */
    private boolean looksBack(@Nullable Position cursor, Instant now) {
        boolean blind = cursor != null && overlap.start(cursor.stamp()).isAfter(now.plus(A_SECOND));
        if (blind && !isBlind) {
            LOG.warn(
                    "{}: {} {} is stamped {}, ahead of the target's clock ({}). Rows written until then are not read, and no"
                            + " heartbeat is given. Correct the row, then remove the connector's offsets.",
                    spec.entity(),
                    spec.object(),
                    cursor == null ? "" : cursor.id(),
                    cursor == null ? "" : cursor.stamp(),
                    now);
        }
        isBlind = blind;
        return !blind;
    }
}
