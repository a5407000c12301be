package io.crossdock.freshness;

import io.crossdock.order.freshness.SourceLog;
import io.crossdock.order.freshness.Watermark;

/** What became of one record of {@code source.heartbeats}. */
sealed interface Heard {

    /** A connection says how far it has been read. */
    record Beat(String connection, Watermark watermark) implements Heard {}

    /** Somebody has looked at how much log a connection's source keeps. */
    record Log(String connection, SourceLog log) implements Heard {}

    /**
     * It cannot be used.
     *
     * @param connection connection whose it is; {@code unknown} if it is none of ours
     * @param why {@code unreadable}, {@code unknown-connection}, {@code clock-ahead}
     */
    record Refused(String connection, String why) implements Heard {}
}
