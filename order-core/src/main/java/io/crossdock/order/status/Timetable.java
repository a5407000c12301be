package io.crossdock.order.status;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The milestones of a whole order, by subject, in the published order. */
final class Timetable {

    private final NavigableMap<String, Stamps> bySubject = new TreeMap<>();

    /** Takes in the milestones of one subject. */
    void add(Stamps stamps) {
        if (!stamps.all().isEmpty()) {
            bySubject.merge(stamps.all().getFirst().subject(), stamps, Stamps::together);
        }
    }

    List<MilestoneStamp> all() {
        return flat(bySubject.values().stream().map(Stamps::all));
    }

    List<OrderStatus.Reach> published() {
        return flat(bySubject.values().stream().map(Stamps::published));
    }

    /** The canonical texts of those. */
    List<String> texts() {
        return bySubject.values().stream().map(Stamps::text).toList();
    }

    private static <T> List<T> flat(Stream<List<T>> parts) {
        List<T> all = new ArrayList<>();
        parts.forEach(all::addAll);
        return all;
    }
}
