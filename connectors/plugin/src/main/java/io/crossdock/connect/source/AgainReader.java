package io.crossdock.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.connect.http.Answer;
import io.crossdock.connect.http.RestClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads rows of one entity again that were asked for, beside the reading of changes: the cursor does not move. A row carries the
 * position that it would have had, so that it never wins over a newer one that was heard.
 */
final class AgainReader implements PageReader {

    private static final Logger LOG = LoggerFactory.getLogger(AgainReader.class);
    private static final int FIRST_OF_SERVER_ERRORS = 500;

    private final RestClient client;
    private final Soql soql;
    private final EntitySpec spec;
    private final RowWriter writer;
    private final int pageSize;
    private final Queue<String> conditions = new ConcurrentLinkedQueue<>();
    private @Nullable String lastId;

    /** A reader that writes to the entity's topic. */
    AgainReader(RestClient client, EntitySpec spec, RestSourceConfig config) {
        this.client = client;
        this.soql = new Soql(spec, config.pageSize());
        this.spec = spec;
        this.writer = new RowWriter(
                spec, config.topic(spec), ReadPosition.of(config.rest().connection(), spec.entity() + " again"));
        this.pageSize = config.pageSize();
    }

    /** Asks for what a condition picks, or for everything if it is empty; from any thread. */
    void ask(String condition) {
        conditions.add(condition);
    }

    @Override
    public Page next() throws IOException, InterruptedException {
        String condition = conditions.peek();
        if (condition == null) {
            return new Page(List.of(), false, null);
        }
        String query = soql.picked(condition, lastId);
        Answer answer = client.query(query, pageSize);
        if (answer.isSuccess()) {
            return page(answer);
        }
        if (isRefused(answer)) {
            LOG.error(
                    "{}: rows of {} cannot be read again, the next round asks once more: {} was answered {}",
                    spec.entity(),
                    spec.object(),
                    query,
                    answer.summary());
            done();
            return new Page(List.of(), !conditions.isEmpty(), null);
        }
        throw new ReadFailed(spec.object(), answer);
    }

    private Page page(Answer answer) {
        JsonNode rows = answer.body().path("records");
        List<SourceRecord> records = new ArrayList<>(rows.size());
        String last = null;
        for (JsonNode row : rows) {
            last = row.path(spec.id()).asText();
            Position position =
                    new Position(Position.instant(row.path(spec.cursor()).asText()), last);
            records.add(
                    writer.write(row, position, answer.at(), RowWriter.AGAIN, new Progress(null, null).read(position)));
        }
        boolean isOver = last == null
                || (records.size() < pageSize && answer.body().path("done").asBoolean(true));
        if (isOver) {
            done();
        } else {
            lastId = last;
        }
        return new Page(records, !isOver || !conditions.isEmpty(), null);
    }

    private void done() {
        conditions.remove();
        lastId = null;
    }

    /** It would be refused again. */
    private static boolean isRefused(Answer answer) {
        return !answer.isOutage() && answer.status() < FIRST_OF_SERVER_ERRORS;
    }
}
