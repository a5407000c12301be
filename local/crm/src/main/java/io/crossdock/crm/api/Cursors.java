package io.crossdock.crm.api;

import io.crossdock.crm.error.ApiException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Results of queries with more than one page, kept as they were read, so that pages neither overlap nor miss a record. */
public final class Cursors {
    private static final int MOST_OPEN = 10;
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final AtomicLong counter = new AtomicLong(System.currentTimeMillis());
    private final Map<String, Held> open = new LinkedHashMap<>();

    private record Held(HeldResult result, long deadlineNanos) {}

    /** One page of a held result. */
    record Page(List<String> rows, int total, @Nullable String next) {}

    /** The first page; the rest is held if there is one. The oldest result makes room for an eleventh. */
    synchronized Page first(HeldResult result) {
        if (result.behind(0) >= result.total()) {
            return new Page(result.page(0), result.total(), null);
        }
        String locator = "01g5g00000" + Long.toString(counter.incrementAndGet(), Character.MAX_RADIX);
        open.put(locator, new Held(result, System.nanoTime() + LIFE.toNanos()));
        if (open.size() > MOST_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
        return page(locator, result, 0);
    }

    /**
     * The page that begins at the locator {@code <name>-<offset>}.
     *
     * @throws ApiException 400 INVALID_QUERY_LOCATOR if it is unknown or too old
     */
    synchronized Page at(String locatorWithOffset) {
        open.values().removeIf(held -> held.deadlineNanos() - System.nanoTime() < 0);
        int dash = locatorWithOffset.lastIndexOf('-');
        String offset = locatorWithOffset.substring(dash + 1);
        Held held = dash > 0 ? open.get(locatorWithOffset.substring(0, dash)) : null;
        if (held == null || !offset.matches("\\d{1,9}") || !held.result().begins(Integer.parseInt(offset))) {
            throw ApiException.of(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        return page(locatorWithOffset.substring(0, dash), held.result(), Integer.parseInt(offset));
    }

    private static Page page(String locator, HeldResult result, int from) {
        int next = result.behind(from);
        return new Page(result.page(from), result.total(), next < result.total() ? locator + "-" + next : null);
    }
}
