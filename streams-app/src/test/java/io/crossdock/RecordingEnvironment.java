package io.crossdock;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An empty environment that remembers which variables it was asked for. */
final class RecordingEnvironment extends AbstractMap<String, String> {

    private final Set<String> asked = new TreeSet<>();

    Set<String> asked() {
        return asked;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        asked.add(String.valueOf(name));
        return null;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }
}
