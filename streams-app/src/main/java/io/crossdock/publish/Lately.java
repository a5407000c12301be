package io.crossdock.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found out last of so many; what was not used for longest goes. Dropped with the task. For one thread. */
final class Lately<K, V> {

    private final Map<K, V> kept;

    Lately(int most) {
        this.kept = new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    @Nullable
    V get(K key) {
        return kept.get(key);
    }

    void put(K key, V value) {
        kept.put(key, value);
    }
}
