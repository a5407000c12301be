package io.crossdock.local.prove.loop;

import io.crossdock.local.prove.loop.Trouble.AtCrm;
import io.crossdock.local.prove.loop.Trouble.Kill;
import io.crossdock.local.prove.loop.Trouble.TellAgain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * When what goes wrong: a pure function of seed and scale. Small faults hit a share of the calls before and after the CRM is away;
 * the large ones have a moment each, spread over the run.
 */
final class Schedule {

    /** How much longer a slow answer takes, in ms; shorter than the sink waits, or a late call could overtake a newer one. */
    static final int SLOW_MS = 400;

    private static final String ORDER = "Order";
    private static final String CASE = "Case";
    private static final String LETTER = "notification";
    private static final double AWAY_FROM = 0.4;
    private static final double TOLD_AGAIN_AT = 0.7;
    private static final double KILLS_FROM = 0.1;
    private static final double KILLS_WITHIN = 0.75;

    private final SplittableRandom dice;
    private final Scale scale;
    private final List<Trouble> troubles = new ArrayList<>();

    private Schedule(long seed, Scale scale) {
        this.dice = new SplittableRandom(seed);
        this.scale = scale;
    }

    /** All troubles in the order in which they begin. */
    static List<Trouble> of(long seed, Scale scale) {
        Schedule schedule = new Schedule(seed, scale);
        schedule.draw();
        return schedule.troubles.stream()
                .sorted(Comparator.comparing(Trouble::at))
                .toList();
    }

    private void draw() {
        Duration away = part(AWAY_FROM);
        Duration back = away.plus(scale.away());
        troubles.add(new AtCrm(FaultKind.AWAY, "away", away, back, Map.of("name", "away", "dropConnection", true)));
        rude("before", Duration.ZERO, away);
        rude("after", back, scale.length().compareTo(back) > 0 ? scale.length() : back.plus(scale.away()));
        for (int i = 0; i < scale.kills(); i++) {
            troubles.add(new Kill(FaultKind.WORKER_KILLED, "connect", moment(i)));
            troubles.add(new Kill(FaultKind.APPLICATION_KILLED, "app", moment(i)));
        }
        troubles.add(new TellAgain(part(TOLD_AGAIN_AT), scale.again()));
    }

    /** What a busy, dishonest service does to a share of its calls in that while. */
    private void rude(String when, Duration from, Duration until) {
        shares(when, from, until, ORDER);
        shares(when, from, until, LETTER);
        add(FaultKind.SLOW, ORDER, when, from, until, Map.of("slowMs", SLOW_MS, "rate", 0.1));
        add(FaultKind.TOKEN_ENDED, ORDER, when, from, until, Map.of("expireTokens", true, "count", 1, "rate", 0.2));
        // Cases are few: the first ones are hit, and not a share.
        add(FaultKind.SILENT, CASE, when, from, until, silent("PATCH", 500, 2));
        add(FaultKind.UNAVAILABLE, CASE, when, from, until, Map.of("status", 503, "retryAfter", 1, "count", 2));
        add(FaultKind.SILENT, ORDER, when + "-long", from, until, silent("PATCH", scale.silence(), 2));
        add(FaultKind.SILENT, LETTER, when + "-long", from, until, silent("PUT", scale.silence(), 1));
    }

    private void shares(String when, Duration from, Duration until, String object) {
        double share = scale.share();
        add(FaultKind.TOO_MANY, object, when, from, until, Map.of("status", 429, "retryAfter", 1, "rate", share));
        add(FaultKind.UNAVAILABLE, object, when, from, until, Map.of("status", 503, "retryAfter", 1, "rate", share));
        add(FaultKind.FRIENDLY_ERROR, object, when, from, until, Map.of("errorInside200", true, "rate", share));
        add(FaultKind.DROPPED, object, when, from, until, Map.of("dropConnection", true, "rate", share));
        add(
                FaultKind.SILENT,
                object,
                when,
                from,
                until,
                Map.of("timeoutAfterApply", true, "holdMs", 500, "rate", share));
    }

    private static Map<String, Object> silent(String method, long forMs, int count) {
        return Map.of("timeoutAfterApply", true, "holdMs", forMs, "methods", List.of(method), "count", count);
    }

    private void add(
            FaultKind kind, String object, String when, Duration from, Duration until, Map<String, Object> what) {
        String name = (kind.name() + "-" + object + "-" + when)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        Map<String, Object> terms = new TreeMap<>(what);
        terms.put("name", name);
        terms.put("objectFilter", object);
        terms.put("seed", dice.nextInt(Integer.MAX_VALUE));
        troubles.add(new AtCrm(kind, name, from, until, terms));
    }

    /** A moment in the kill's own part of the run. */
    private Duration moment(int number) {
        return part(KILLS_FROM + KILLS_WITHIN * (number + dice.nextDouble()) / scale.kills());
    }

    private Duration part(double share) {
        return Duration.ofMillis(Math.round(scale.length().toMillis() * share));
    }
}
