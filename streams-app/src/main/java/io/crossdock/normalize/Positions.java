package io.crossdock.normalize;

import io.crossdock.order.fact.SourceVersion;
import io.crossdock.systems.Source;

/** Reads the version of a record out of its source block; never out of its offset or of a clock of ours. */
final class Positions {

    /** Bits of the offset within a binlog file: a file is far smaller than a tebibyte. */
    private static final int BINLOG_OFFSET_BITS = 40;

    private Positions() {}

    /**
     * Version of a record: log sequence number, binlog file and offset, or time of change and time of read. A snapshot row
     * never beats a change at the same position.
     */
    static SourceVersion read(Source source, long epoch, Envelope envelope) {
        return switch (source) {
            case POSTGRES -> new SourceVersion(epoch, envelope.logPosition(), envelope.isSnapshot() ? 0 : 1);
            case MARIADB ->
                new SourceVersion(epoch, binlog(envelope), envelope.isSnapshot() ? 0 : envelope.number("row") + 1);
            case REST -> new SourceVersion(epoch, envelope.number("ts_ms"), envelope.number("read_ms"));
            case NONE -> throw new IllegalArgumentException("Of a system that is only told no record can come.");
        };
    }

    private static long binlog(Envelope envelope) {
        String file = envelope.text("file");
        String number = file.substring(file.lastIndexOf('.') + 1);
        try {
            return Long.parseLong(number) << BINLOG_OFFSET_BITS | envelope.number("pos");
        } catch (NumberFormatException e) {
            throw new Rejection(
                    Reason.SCHEMA_DRIFT,
                    "source.file '" + file + "' does not end in a number. Check the name of the binlog (log_bin).");
        }
    }
}
