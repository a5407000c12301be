package io.crossdock.order.status;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement.LineRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds out which rows speak of one and the same line, and calls it by the number the root gave it (R31 to R33). */
final class Lines {

    /** Numbers by value, then everything else by text. */
    static final Comparator<String> BY_NUMBER = Comparator.comparing((String line) -> isNumber(line) ? 0 : 1)
            .thenComparing(line -> isNumber(line) ? Long.parseLong(line) : 0L)
            .thenComparing(Comparator.naturalOrder());

    private final Identifier base;
    private final Map<LineRef, LineFact> byPlace = new HashMap<>();
    private final List<LineFact> baseLines;
    private final Membership membership;

    private Lines(Identifier base, OrderFacts facts) {
        this.base = base;
        this.membership = facts.membership();
        // Of two entities that state one place (documents and views) the first by key stands for it.
        facts.lines()
                .forEach(fact ->
                        byPlace.putIfAbsent(new LineRef(fact.home(), fact.says().line()), fact));
        this.baseLines =
                facts.lines().stream().filter(fact -> fact.home().equals(base)).toList();
    }

    /**
     * Groups the rows by line.
     *
     * @param base the identifier whose numbering counts: the root, or the topmost while there is none
     * @param facts the facts of the order
     */
    static NavigableMap<String, List<LineFact>> of(Identifier base, OrderFacts facts) {
        Lines lines = new Lines(base, facts);
        NavigableMap<String, List<LineFact>> grouped = new TreeMap<>(BY_NUMBER);
        for (LineFact fact : facts.lines()) {
            grouped.computeIfAbsent(lines.numberOf(fact, new HashSet<>()), number -> new ArrayList<>())
                    .add(fact);
        }
        return grouped;
    }

    private String numberOf(LineFact fact, Set<LineRef> seen) {
        if (fact.home().equals(base)) {
            return fact.says().line();
        }
        LineRef named = reference(fact);
        LineRef itself = new LineRef(fact.home(), fact.says().line());
        if (named == null) {
            LineFact same = byPlace.get(new LineRef(base, itself.line()));
            return same != null && mayBeOneArticle(same, fact) ? itself.line() : byArticle(fact, itself);
        }
        if (named.document().equals(base)) {
            return named.line();
        }
        LineFact next = byPlace.get(named);
        // A circle of references, or one to a line not yet heard, names nothing.
        return next != null && seen.add(itself) ? numberOf(next, seen) : byArticle(fact, named);
    }

    /**
     * The line a row names. Where the row's own document is named, the row cannot know what its document is or belongs
     * to: the links say it, and the number is a line of that.
     */
    private @Nullable LineRef reference(LineFact fact) {
        LineRef named = fact.says().refersTo();
        if (named == null || !named.document().equals(fact.home())) {
            return named;
        }
        List<LineRef> above = membership.above(fact.home()).stream()
                .map(parent -> new LineRef(parent, named.line()))
                .toList();
        return above.stream()
                .filter(place -> place.document().equals(base) || byPlace.containsKey(place))
                .findFirst()
                .orElse(above.isEmpty() ? named : above.getFirst());
    }

    private String byArticle(LineFact fact, LineRef otherwise) {
        List<LineFact> same = fact.says().sku() == null
                ? List.of()
                : baseLines.stream()
                        .filter(line -> fact.says().sku().equals(line.says().sku()))
                        .filter(line -> agree(fact.says().unit(), line.says().unit()))
                        .toList();
        return same.size() == 1 ? same.getFirst().says().line() : otherwise.document() + "/" + otherwise.line();
    }

    private static boolean mayBeOneArticle(LineFact one, LineFact other) {
        return agree(one.says().sku(), other.says().sku())
                && agree(one.says().unit(), other.says().unit());
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }

    private static boolean isNumber(String line) {
        return !line.isEmpty() && line.length() <= 18 && line.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
