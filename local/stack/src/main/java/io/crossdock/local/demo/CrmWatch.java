package io.crossdock.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.activity.SalesDesk;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import java.time.Duration;
import java.util.List;

/** Looks at one order in the CRM, as a person in sales would, until it shows what it should. */
final class CrmWatch {
    private static final long LOOK_EVERY_MS = 10;
    private static final Duration PATIENCE_WITH_NEWS = Duration.ofSeconds(8);

    private static final Duration QUIET = Duration.ofMillis(400);

    private final SalesDesk sales;
    private final String id;
    private final Timeline timeline;
    private final Duration patience;
    private String version = "";

    CrmWatch(SalesDesk sales, String id, Timeline timeline, Duration patience) {
        this.sales = sales;
        this.id = id;
        this.timeline = timeline;
        this.patience = patience;
    }

    /**
     * Waits until the CRM shows that status and mentions all those shipments and tracking numbers.
     *
     * @param since {@link System#nanoTime} of the commit that should lead to it
     * @throws StackFailure if it does not in time, with what it shows instead
     */
    void awaitStatus(String status, List<String> mentions, long since) {
        long until = System.nanoTime() + patience.toNanos();
        JsonNode order = sales.order(id);
        while (!shows(order, status, mentions)) {
            if (System.nanoTime() - until > 0) {
                throw new StackFailure("The CRM's order " + id + " shows " + summary(order) + " after "
                        + patience.toSeconds() + " s, but should show " + status + " with " + mentions + ".");
            }
            Pause.millis(LOOK_EVERY_MS);
            order = sales.order(id);
        }
        version = order.path("crossdock_version__c").asText();
        timeline.shown(status, " (version " + version + ")", millisSince(since));
        awaitQuiet();
    }

    /** Waits a while for the next version of a status that stays the same; a step that changes nothing for the CRM is fine. */
    void awaitNews(long since) {
        long until = System.nanoTime() + PATIENCE_WITH_NEWS.toNanos();
        while (System.nanoTime() - until < 0) {
            JsonNode order = sales.order(id);
            if (!order.path("crossdock_version__c").asText().equals(version)) {
                version = order.path("crossdock_version__c").asText();
                timeline.shown(
                        order.path("crossdock_status__c").asText(),
                        " still (version " + version + ")",
                        millisSince(since));
                awaitQuiet();
                return;
            }
            Pause.millis(LOOK_EVERY_MS);
        }
        timeline.note("CRM", "there was nothing to tell");
    }

    /** Waits until no more news come, so that what is seen after the next step is an answer to that step. */
    private void awaitQuiet() {
        long quietSince = System.nanoTime();
        while (System.nanoTime() - quietSince < QUIET.toNanos()) {
            Pause.millis(LOOK_EVERY_MS);
            String now = sales.order(id).path("crossdock_version__c").asText();
            if (!now.equals(version)) {
                version = now;
                quietSince = System.nanoTime();
            }
        }
    }

    /** What the CRM shows now, in a few words. */
    String summary() {
        return summary(sales.order(id));
    }

    /** Whether the CRM mentions the text in its shipments or tracking numbers. */
    boolean mentions(String text) {
        return mentions(sales.order(id), text);
    }

    private static boolean shows(JsonNode order, String status, List<String> texts) {
        return order.path("crossdock_status__c").asText().equals(status)
                && texts.stream().allMatch(text -> mentions(order, text));
    }

    private static boolean mentions(JsonNode order, String text) {
        return order.path("crossdock_shipments__c").asText().contains(text)
                || order.path("crossdock_tracking__c").asText().contains(text);
    }

    private static String summary(JsonNode order) {
        return "status " + order.path("crossdock_status__c").asText("none") + ", version "
                + order.path("crossdock_version__c").asText("none") + ", shipments "
                + order.path("crossdock_shipments__c").asText("none") + ", tracking "
                + order.path("crossdock_tracking__c").asText("none");
    }

    private static double millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e6;
    }
}
