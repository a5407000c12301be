package io.crossdock.local.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.process.StackFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** What comes in at one desk: one reader for everybody who waits there, so that many lives cost the database no more than one. */
final class InTray implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long EVERY_MS = 150;
    private static final long KEPT_NANOS = Duration.ofHours(1).toNanos();

    private final Desk desk;
    private final InTable table;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Pile> bySalesOrder = new LinkedHashMap<>();
    private String trouble = "";
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("in-tray").daemon().factory());

    /** A tray that is looked into from now on. */
    InTray(Desk desk, InTable table) {
        this.desk = desk;
        this.table = table;
        var unused = clock.scheduleWithFixedDelay(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * One row.
     *
     * @param key its idempotency key
     * @param salesOrder the order it is about
     * @param subject what of the order; empty for the order itself
     * @param content what it says
     */
    record Letter(String key, String salesOrder, String subject, JsonNode content) {}

    private record Pile(long since, List<Letter> letters) {}

    /**
     * Waits until the rows about an order say what is looked for.
     *
     * @param what what is waited for, for the sentence
     * @param search what is found in the rows so far, in the order they came
     * @throws StackFailure if they do not say it in time
     */
    <T> T await(String salesOrder, Duration patience, String what, Function<List<Letter>, Optional<T>> search) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (true) {
                Pile pile = bySalesOrder.get(salesOrder);
                List<Letter> letters = pile == null ? List.of() : pile.letters();
                Optional<T> found = search.apply(letters);
                if (found.isPresent()) {
                    return found.get();
                }
                if (left <= 0) {
                    throw new StackFailure(table.table() + " did not say within " + patience.toSeconds() + " s: " + what
                            + "; for " + salesOrder + " it has " + letters + trouble + ".");
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for " + table.table() + ".", e);
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        List<Letter> lately = new ArrayList<>();
        String why = "";
        try {
            desk.transaction("Reading " + table.table(), connection -> read(connection, lately));
        } catch (StackFailure e) {
            why = " (" + e.sentence() + ")";
        }
        lock.lock();
        try {
            trouble = why;
            lately.forEach(this::keep);
            forget();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void keep(Letter letter) {
        List<Letter> letters = bySalesOrder
                .computeIfAbsent(letter.salesOrder(), order -> new Pile(System.nanoTime(), new ArrayList<>()))
                .letters();
        if (letters.stream().noneMatch(known -> known.key().equals(letter.key()))) {
            letters.add(letter);
        }
    }

    /** The oldest are in front; nobody waits for them any more. */
    private void forget() {
        Iterator<Pile> piles = bySalesOrder.values().iterator();
        long now = System.nanoTime();
        while (piles.hasNext() && now - piles.next().since() > KEPT_NANOS) {
            piles.remove();
        }
    }

    private void read(Connection connection, List<Letter> lately) throws SQLException {
        lately.clear();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(table.lately())) {
            while (rows.next()) {
                lately.add(new Letter(
                        rows.getString(1), rows.getString(2), rows.getString(3), content(rows.getString(4))));
            }
        }
    }

    private JsonNode content(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new StackFailure("A row of " + table.table() + " holds no JSON: " + e.getOriginalMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
