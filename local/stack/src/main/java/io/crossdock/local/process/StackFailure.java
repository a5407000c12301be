package io.crossdock.local.process;

import org.jspecify.annotations.Nullable;

/** Something the person at the terminal must know: the message is one sentence with what, where, why and what to do. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StackFailure(String sentence) {
        super(sentence);
    }

    public StackFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence, never null. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
