package io.crossdock.flow;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Works a value out when it is first asked for, and then keeps it. For one thread. */
public final class Memo<T> implements Supplier<T> {

    private final Supplier<T> work;
    private @Nullable T kept;

    private Memo(Supplier<T> work) {
        this.work = work;
    }

    public static <T> Memo<T> of(Supplier<T> work) {
        return new Memo<>(work);
    }

    @Override
    public T get() {
        T known = kept;
        if (known == null) {
            known = work.get();
            kept = known;
        }
        return known;
    }
}
