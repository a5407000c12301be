package io.crossdock.local.prove.loop;

import io.crossdock.local.activity.Version;
import io.crossdock.local.prove.Check;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the broker holds of the messages to all targets: each that was sent, its attempts in the ledger and its receipts. Fed in the
 * order of the topics; small per message, because there are many.
 */
public final class Correspondence {

    private static final int SHOWN = 3;
    private static final String AGAIN = "AGAIN";
    private static final String APPLIED = "APPLIED";
    private static final Set<String> WRITES = Set.of("SENT", "BATCHED");
    private static final Set<String> FINE = Set.of(APPLIED, "FENCED");

    private final Map<String, Letter> letters = new HashMap<>();
    private final Held written = new Held("after");
    private final Map<String, Integer> refused = new TreeMap<>();
    private long attempts;
    private long receipts;

    /** What became of one message so far. */
    private static final class Letter {
        boolean sent;
        int lastAttempt;
        boolean settled;
        int receipts;
        String gap = "";
    }

    /**
     * An attempt, as the ledger has it.
     *
     * @param key of the message
     * @param record the target's record, if it is written over; empty if nothing is ever written over there
     * @param version of the message
     * @param number 1 for the first attempt in a task's life
     * @param how what was done
     * @param outcome what came of it
     */
    record Tried(String key, String record, Version version, int number, String how, String outcome) {}

    /** A message was sent. */
    void sent(String key) {
        letter(key).sent = true;
    }

    /** An attempt was made: the next one of its task, or the first of another one. */
    void tried(Tried tried) {
        attempts++;
        Letter letter = letter(tried.key());
        if (tried.number() != 1 && tried.number() != letter.lastAttempt + 1) {
            letter.gap = "attempt " + tried.number() + " after " + letter.lastAttempt + " of " + tried.key();
        }
        letter.lastAttempt = tried.number();
        letter.settled |= !tried.outcome().equals(AGAIN);
        if (!tried.record().isEmpty() && tried.outcome().equals(APPLIED) && WRITES.contains(tried.how())) {
            written.write(tried.record(), tried.version());
        }
    }

    /** A receipt came. */
    void answered(String key, String outcome) {
        receipts++;
        letter(key).receipts++;
        if (!FINE.contains(outcome)) {
            refused.merge(outcome, 1, Integer::sum);
        }
    }

    /** Messages that were sent and have no receipt yet. */
    public long unanswered() {
        return letters.values().stream()
                .filter(letter -> letter.sent && letter.receipts == 0)
                .count();
    }

    /** Messages sent. */
    long sent() {
        return letters.values().stream().filter(letter -> letter.sent).count();
    }

    /** Receipts so far, those of messages delivered again included. */
    long receipts() {
        return receipts;
    }

    /** Receipts of messages that had one before. */
    public long toldAgain() {
        return letters.values().stream()
                .mapToLong(letter -> Math.max(0, letter.receipts - 1))
                .sum();
    }

    /** The judgement over all of it. */
    public List<Check> checks() {
        List<String> regressed = written.wentBack();
        List<String> silent = keys(false);
        List<String> unsettled = keys(true);
        List<String> gaps = letters.values().stream()
                .filter(letter -> letter.sent && !letter.gap.isEmpty())
                .map(letter -> letter.gap)
                .toList();
        return List.of(
                new Check(
                        "every message has its receipt",
                        silent.isEmpty() && sent() > 0,
                        sent() + " messages, " + receipts + " receipts, " + silent.size() + " without"
                                + Shown.of(silent, SHOWN)),
                new Check(
                        "the ledger has no gap",
                        unsettled.isEmpty() && gaps.isEmpty() && attempts > 0,
                        attempts + " attempts, " + unsettled.size() + " messages without a last one"
                                + Shown.of(unsettled, SHOWN) + ", " + gaps.size() + " gaps" + Shown.of(gaps, SHOWN)),
                new Check(
                        "nothing in the ledger goes back",
                        regressed.isEmpty(),
                        written.records() + " records, " + regressed.size() + " went back"
                                + Shown.of(regressed, SHOWN)),
                new Check(
                        "no target refused or was given up",
                        refused.isEmpty(),
                        refused.isEmpty() ? "none" : refused.toString()));
    }

    private List<String> keys(boolean ledger) {
        return letters.entrySet().stream()
                .filter(each ->
                        each.getValue().sent && (ledger ? !each.getValue().settled : each.getValue().receipts == 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Letter letter(String key) {
        return letters.computeIfAbsent(key, none -> new Letter());
    }
}
