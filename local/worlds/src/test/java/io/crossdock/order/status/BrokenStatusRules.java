package io.crossdock.order.status;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Rules of the status that are wrong on purpose; what a method answers is replaced. */
@SuppressWarnings("UnusedVariable") // The answers are read by the method that the advice is put into.
public final class BrokenStatusRules {

    private BrokenStatusRules() {}

    /** Known systems leave an order open for ever by this one. */
    public static final class EqualForAtLeast {

        private EqualForAtLeast() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.This OrderLine line,
                @Advice.Argument(0) Quantity quantity,
                @Advice.Return(readOnly = false) boolean all) {
            BigDecimal expected = line.expected();
            all = expected != null && line.of(quantity).compareTo(expected) == 0;
        }
    }

    /** What was cancelled is waited for. */
    public static final class CancelledStillExpected {

        private CancelledStillExpected() {}

        @Advice.OnMethodExit
        static void exit(@Advice.This OrderLine line, @Advice.Return(readOnly = false) @Nullable BigDecimal expected) {
            if (expected != null) {
                expected = expected.add(line.of(Quantity.CANCELLED));
            }
        }
    }

    /** What was given up is waited for. */
    public static final class ShortClosedStillExpected {

        private ShortClosedStillExpected() {}

        @Advice.OnMethodExit
        static void exit(@Advice.This OrderLine line, @Advice.Return(readOnly = false) @Nullable BigDecimal expected) {
            if (expected != null) {
                expected = expected.add(line.of(Quantity.SHORT_CLOSED));
            }
        }
    }

    /** A parcel that is lost still covers what was ordered. */
    public static final class LostStillCover {

        private LostStillCover() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean astray) {
            astray = false;
        }
    }

    /** A unit without a delivery feed is taken for delivered. */
    public static final class UntrackedIsForgotten {

        private UntrackedIsForgotten() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) BigDecimal untracked) {
            untracked = BigDecimal.ZERO;
        }
    }

    /** Every unit that is asked for is cancelled at once, wherever it is. */
    public static final class AskedIsCancelled {

        private AskedIsCancelled() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) BigDecimal pending) {
            pending = BigDecimal.ZERO;
        }
    }

    /** A cancelled document still counts. */
    public static final class CancelledDocumentCounts {

        private CancelledDocumentCounts() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean cancelled) {
            cancelled = false;
        }
    }

    /** Services are waited for like goods. */
    public static final class ServicesAreShipped {

        private ServicesAreShipped() {}

        @Advice.OnMethodExit
        static void exit(@Advice.This OrderLine line, @Advice.Return(readOnly = false) boolean shippable) {
            shippable = line.content().kind() != Statement.Line.Kind.TEXT;
        }
    }

    /** What is sent in place of another article is no part of the line. */
    public static final class SubstituteCoversNothing {

        private SubstituteCoversNothing() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) LineFigures replaced, @Advice.Return(readOnly = false) LineFigures covered) {
            covered = replaced;
        }
    }

    /** A credit memo over a substitute credits nothing that was sold. */
    public static final class SubstituteIsNotCredited {

        private SubstituteIsNotCredited() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) LineFigures replaced, @Advice.Return(readOnly = false) LineFigures covered) {
            covered = covered.with(
                    Map.of(Quantity.CREDITED, replaced.of(Quantity.CREDITED)),
                    covered.allocatedByOwner(),
                    covered.lost(),
                    covered.untracked());
        }
    }
}
