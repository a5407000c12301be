package io.crossdock.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items its items
 * @param nextCursor asks for the next part; null if this is the last
 */
public record Page(List<ObjectNode> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }
}
