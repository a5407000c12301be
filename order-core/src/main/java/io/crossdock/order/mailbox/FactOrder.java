package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The total order of facts about one key: version, then operation, then content; never arrival, never a clock. */
final class FactOrder {

    private FactOrder() {}

    /** Negative if {@code one} gives way to {@code other}; 0 if both say the same, first-reached stamps aside. */
    static int compare(Fact one, Fact other) {
        int byVersion = one.version().compareTo(other.version());
        if (byVersion != 0) {
            return byVersion;
        }
        int byOp = one.op().compareTo(other.op());
        if (byOp != 0 || sayTheSame(one, other)) {
            return byOp;
        }
        return text(one).compareTo(text(other));
    }

    private static boolean sayTheSame(Fact one, Fact other) {
        return Objects.equals(one.statement(), other.statement())
                && one.links().equals(other.links())
                && one.times().equals(other.times())
                && Objects.equals(one.occurredAt(), other.occurredAt());
    }

    /** The content as text that is the same in every process: maps are sorted, stamps of processing are left out. */
    static String text(Fact fact) {
        return text(fact.statement()) + fact.links() + new TreeMap<>(fact.times()) + fact.occurredAt();
    }

    private static String text(@Nullable Statement statement) {
        if (statement instanceof Statement.Line line) {
            Statement.Line plain = new Statement.Line(
                    line.line(),
                    line.refersTo(),
                    line.relation(),
                    line.sku(),
                    line.unit(),
                    Map.of(),
                    line.kind(),
                    line.fulfilment(),
                    line.location(),
                    line.carton(),
                    line.quantity(),
                    Map.of(),
                    line.remaining(),
                    line.closed(),
                    line.price());
            return plain + "" + new TreeMap<>(line.counters()) + new TreeMap<>(line.factors());
        }
        if (statement instanceof Statement.Carton carton) {
            return carton.number() + carton.sscc() + carton.carrier() + new TreeSet<>(carton.tracking());
        }
        return String.valueOf(statement);
    }
}
