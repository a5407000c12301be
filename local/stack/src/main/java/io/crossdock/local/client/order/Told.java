package io.crossdock.local.client.order;

import io.crossdock.local.client.Ink;
import picocli.CommandLine.Help.Ansi.Text;

/** What became of telling a target, in the order in which it is shown. */
enum Told {
    CONFIRMED,
    PENDING,
    REFUSED,
    UNCHANGED;

    /** Of an outcome as the server says it; one that is not known here is no good news. */
    static Told of(String outcome) {
        return switch (outcome) {
            case "CONFIRMED" -> CONFIRMED;
            case "PENDING" -> PENDING;
            case "UNCHANGED" -> UNCHANGED;
            default -> REFUSED;
        };
    }

    /** In a word; {@code effect} if the target was asked to do something. */
    Text word(Ink ink, boolean effect) {
        return switch (this) {
            case CONFIRMED -> ink.good(effect ? "has done" : "knows");
            case PENDING -> ink.warning(effect ? "is asked for" : "does not know yet");
            case REFUSED -> ink.bad(effect ? "refused" : "refused to know");
            case UNCHANGED -> ink.faint("needs not know");
        };
    }
}
