package io.crossdock.order.link;

import io.crossdock.order.fact.Link;
import java.util.List;

/**
 * More parents of one type are claimed than there can be, and nothing decides between them: none of them is taken.
 *
 * @param kind whether the rivals name the same order or hold the document
 * @param type the parents' type, {@code connection:type}
 * @param rivals the claims that are left, by parent and key; at least two parents
 */
public record Ambiguity(Link.Kind kind, String type, List<Claim> rivals) {

    public Ambiguity {
        rivals = List.copyOf(rivals);
    }
}
