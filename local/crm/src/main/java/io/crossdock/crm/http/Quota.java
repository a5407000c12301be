package io.crossdock.crm.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.crm.model.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Requests used of what a day (UTC) allows. */
final class Quota {
    private int allowed;
    private int used;
    private LocalDate day = LocalDate.now(ZoneOffset.UTC);

    Quota(int allowed, int used) {
        this.allowed = allowed;
        this.used = used;
    }

    /** Counts a request; false if the day's requests are used up. */
    synchronized boolean take() {
        startDay();
        if (used >= allowed) {
            return false;
        }
        used++;
        return true;
    }

    synchronized void set(int newAllowed, int newUsed) {
        startDay();
        allowed = newAllowed;
        used = newUsed;
    }

    synchronized int allowed() {
        return allowed;
    }

    synchronized int used() {
        startDay();
        return used;
    }

    /** Value of the header {@code Sforce-Limit-Info}. */
    synchronized String header() {
        return "api-usage=" + used + "/" + allowed;
    }

    /** The answer of GET /limits. */
    synchronized ObjectNode toJson() {
        startDay();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.putObject("DailyApiRequests").put("Max", allowed).put("Remaining", Math.max(0, allowed - used));
        return json;
    }

    private void startDay() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            used = 0;
        }
    }
}
