package io.crossdock.connect.loop;

import io.crossdock.connect.delivery.Attempt;
import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.connect.delivery.Finding;
import io.crossdock.connect.delivery.Message;
import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.ReceiptOutcome;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A target with one order in it. It remembers what was done to it, and complains when that must not be. */
final class TargetSystem {

    /** How a target can be told something. */
    enum Kind {
        /** A record that is overwritten and can be read, with the version in a field; effects are records with a key of their own. */
        RECORD,
        /** A table that takes each row once, by its key, and cannot be read; the row with the highest version counts. */
        TABLE
    }

    /**
     * What it holds of the order.
     *
     * @param version version it carries; null if none of ours
     */
    record Held(@Nullable OrderVersion version, String contentHash) {}

    private static final OrderVersion NONE = new OrderVersion(0, 0);

    private final String name;
    private final Kind kind;
    private final Set<String> keys;
    private final List<String> effects;
    private @Nullable Held held;
    private @Nullable OrderVersion newest;
    private long changes;
    private long ticks;
    private boolean disturbed;

    TargetSystem(String name, Kind kind) {
        this(name, kind, new TreeSet<>(), new ArrayList<>());
    }

    private TargetSystem(String name, Kind kind, Set<String> keys, List<String> effects) {
        this.name = name;
        this.kind = kind;
        this.keys = keys;
        this.effects = effects;
    }

    TargetSystem copy() {
        TargetSystem copy = new TargetSystem(name, kind, new TreeSet<>(keys), new ArrayList<>(effects));
        copy.held = held;
        copy.newest = newest;
        copy.changes = changes;
        copy.ticks = ticks;
        copy.disturbed = disturbed;
        return copy;
    }

    /** Its clock, which counts what happened to its record. */
    long ticks() {
        return ticks;
    }

    void tick(int more) {
        ticks += more;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    Held held() {
        return held;
    }

    List<String> effects() {
        return effects;
    }

    /** True if somebody else changed the record since it was last put right. */
    boolean disturbed() {
        return disturbed;
    }

    void putRight() {
        disturbed = false;
    }

    /** All that decides what it will do. */
    List<Object> everything() {
        return List.of(
                Set.copyOf(keys),
                List.copyOf(effects),
                held == null ? "" : held,
                newest == null ? "" : newest,
                changes,
                ticks,
                disturbed);
    }

    /**
     * Takes a message.
     *
     * @param feed takes the row that its feed will show of a change
     * @throws Violation if what is done must not be done
     */
    Settled write(Message message, Instant now, List<Fact> feed) {
        if (message.contentHash().endsWith("-" + World.REFUSED)) {
            return Settled.of(AttemptKind.SENT, ReceiptOutcome.REJECTED, now, "no such value");
        }
        boolean overwrites = kind == Kind.RECORD && message.state();
        if (overwrites || keys.add(message.idempotencyKey())) {
            if (message.state()) {
                tell(message, overwrites, now, feed);
            } else {
                act(message, now, feed);
            }
        }
        return Settled.of(AttemptKind.SENT, ReceiptOutcome.APPLIED, now, null);
    }

    Finding find(Message message, Instant now) {
        if (kind == Kind.TABLE) {
            return new Finding.NotAsked();
        }
        if (message.state()) {
            return held == null ? new Finding.Absent() : new Finding.Holds(now, held.version());
        }
        return keys.contains(message.idempotencyKey()) ? new Finding.Holds(now, null) : new Finding.Absent();
    }

    /** A version that another life of ours might have given, far from those of this one. */
    OrderVersion ofAnotherLife(OrderVersion ours) {
        return new OrderVersion(ours.epoch(), ours.seq() + 1_000 * (changes + 1));
    }

    /** Somebody else writes; {@code version} is what the record carries then, null if the field is empty. */
    void overwrite(@Nullable OrderVersion version, Instant now, List<Fact> feed) {
        held = new Held(version, "by-hand-" + (changes + 1));
        // Who empties the field that fences takes the fence away.
        newest = version == null ? null : newest;
        disturbed = true;
        feed.add(row(held, now));
    }

    /** The highest version of ours that it was told since its record last carried none. */
    @Nullable
    OrderVersion newest() {
        return newest;
    }

    private void tell(Message message, boolean overwrites, Instant now, List<Fact> feed) {
        OrderVersion version = message.version();
        boolean older = newest != null && version.compareTo(newest) < 0;
        if (overwrites && older) {
            throw new Violation(name + " is told " + version + " after " + newest);
        }
        newest = older ? newest : version;
        if (overwrites || !older) {
            held = new Held(version, message.contentHash());
        }
        feed.add(
                overwrites
                        ? row(held, now)
                        : SimulatedFacts.shown(
                                name,
                                message.idempotencyKey(),
                                ++changes,
                                new Statement.Shown(Telling.RECORD, new Statement.Mark(version, ""), null),
                                now));
    }

    private void act(Message message, Instant now, List<Fact> feed) {
        String effect = message.payload();
        if (effects.contains(effect)) {
            throw new Violation(name + " does " + effect + " a second time");
        }
        effects.add(effect);
        if (!effect.equals("effect-" + effects.size())) {
            throw new Violation(name + " does its effects in the order " + effects);
        }
        changes++;
        if (kind == Kind.TABLE) {
            String key = message.idempotencyKey().substring(name.length() + 1);
            Statement.Mark mark = new Statement.Mark(message.version(), message.contentHash());
            feed.add(SimulatedFacts.shown(
                    name, message.idempotencyKey(), changes, new Statement.Shown(Telling.RECORD, mark, key), now));
        }
    }

    private Fact row(Held shown, Instant now) {
        OrderVersion version = shown.version() == null ? NONE : shown.version();
        Statement.Mark mark = new Statement.Mark(version, shown.contentHash());
        return SimulatedFacts.shown(
                name, Telling.RECORD, ++changes, new Statement.Shown(Telling.RECORD, mark, null), now);
    }

    /** It says that it did what it was told. */
    static Attempt applied(Instant now) {
        return Settled.of(AttemptKind.SENT, ReceiptOutcome.APPLIED, now, null);
    }

    /** An attempt of which nobody knows what it did. */
    static Attempt unanswered() {
        return Attempt.Again.of(AttemptKind.SENT, "no answer", true);
    }

    /** An attempt that the target turned away. */
    static Attempt busy() {
        return Attempt.Again.of(AttemptKind.SENT, "busy", false);
    }
}
