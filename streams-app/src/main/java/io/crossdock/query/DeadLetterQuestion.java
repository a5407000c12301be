package io.crossdock.query;

import io.crossdock.contract.DeadLetter;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are asked for; null means any.
 *
 * @param connection where the record came from
 * @param reason its class, such as {@code schema-drift}
 * @param coordinates of the record that was refused: {@code topic-partition@offset}
 * @param since written then or later
 */
public record DeadLetterQuestion(
        @Nullable String connection,
        @Nullable String reason,
        @Nullable String coordinates,
        @Nullable Instant since) {

    /** What can be said before the value is read. */
    boolean mayWant(ConsumerRecord<String, byte[]> written) {
        return written.value() != null
                && (coordinates == null || coordinates.equals(written.key()))
                && (since == null || written.timestamp() >= since.toEpochMilli());
    }

    /** The rest. */
    boolean wants(DeadLetter letter) {
        return (connection == null || connection.equals(letter.getConnection()))
                && (reason == null || reason.equals(letter.getReason()));
    }
}
