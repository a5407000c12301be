package io.crossdock.order.status;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement.LineRef;
import java.util.ArrayList;
import java.util.Collection;
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
    static final Comparator<String> BY_NUMBER = Lines::compare;

    /** On a cancel request: every line of the order. */
    static final String EVERY = "*";

    private final Identifier base;
    private final Membership membership;
    private final Map<LineRef, LineFact> byPlace = new HashMap<>();
    private final Map<String, List<LineFact>> baseLinesBySku = new HashMap<>();
    private final NavigableMap<String, List<LineFact>> rows = new TreeMap<>(BY_NUMBER);
    private final List<LineFact> unplaced = new ArrayList<>();
    private final Map<Identifier, List<Identifier>> above = new HashMap<>();

    /**
     * Groups the rows by line.
     *
     * @param base the identifier whose numbering counts: the root, or the topmost while there is none
     * @param facts the rows of the order, sorted by key
     */
    Lines(Identifier base, Membership membership, List<LineFact> facts) {
        this.base = base;
        this.membership = membership;
        for (LineFact fact : facts) {
            // Of two entities that state one place (documents and views) the first by key stands for it.
            byPlace.putIfAbsent(new LineRef(fact.home(), fact.says().line()), fact);
            if (fact.home().equals(base) && fact.says().sku() != null) {
                baseLinesBySku
                        .computeIfAbsent(fact.says().sku(), none -> new ArrayList<>())
                        .add(fact);
            }
        }
        Map<String, List<LineFact>> grouped = new HashMap<>();
        for (LineFact fact : facts) {
            if (!fact.says().line().equals(EVERY)) {
                grouped.computeIfAbsent(numberOf(fact, new HashSet<>(0)), number -> new ArrayList<>(6))
                        .add(fact);
            }
        }
        grouped.values().removeIf(this::bringsNothing);
        rows.putAll(grouped);
    }

    /** Rows by line, each line's sorted by key. */
    NavigableMap<String, List<LineFact>> rows() {
        return rows;
    }

    /** Rows that fit no line and make none: of returns, credits and requests, and of documents not yet heard. */
    List<LineFact> unplaced() {
        return unplaced;
    }

    /** The line that stands at a place of a document; null if there is none. */
    @Nullable
    String at(Identifier document, String line) {
        LineFact fact = byPlace.get(new LineRef(document, line));
        String number = fact == null ? null : numberOf(fact, new HashSet<>());
        return number != null && rows.containsKey(number) ? number : null;
    }

    /** The row that stands at a place; null while it is not heard. */
    @Nullable
    LineFact row(LineRef place) {
        return byPlace.get(place);
    }

    private boolean bringsNothing(Collection<LineFact> ofLine) {
        boolean nothing = ofLine.stream()
                .allMatch(row -> row.header() == null
                        ? !membership.members().contains(row.home())
                        : row.isOfCancelledDocument()
                                || !Documents.bringsGoods(row.header().says().type()));
        if (nothing) {
            unplaced.addAll(ofLine);
        }
        return nothing;
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
    @Nullable
    LineRef reference(LineFact fact) {
        LineRef named = fact.says().refersTo();
        if (named == null || !named.document().equals(fact.home())) {
            return named;
        }
        List<Identifier> above = this.above.computeIfAbsent(fact.home(), membership::above);
        for (Identifier parent : above) {
            LineRef place = new LineRef(parent, named.line());
            if (parent.equals(base) || byPlace.containsKey(place)) {
                return place;
            }
        }
        return above.isEmpty() ? named : new LineRef(above.getFirst(), named.line());
    }

    /** The line a row leads to, through any number of references, as the document right below the base has it; null if none. */
    @Nullable
    LineRef origin(LineFact fact) {
        Set<LineRef> seen = new HashSet<>();
        LineRef named = reference(fact);
        while (named != null && !named.document().equals(base) && seen.add(named)) {
            LineFact next = byPlace.get(named);
            LineRef further = next == null ? null : reference(next);
            if (further == null || further.document().equals(base)) {
                return named;
            }
            named = further;
        }
        return null;
    }

    private String byArticle(LineFact fact, LineRef otherwise) {
        List<LineFact> same = fact.says().sku() == null
                ? List.of()
                : baseLinesBySku.getOrDefault(fact.says().sku(), List.of()).stream()
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

    private static int compare(String one, String other) {
        boolean isNumber = isNumber(one);
        if (isNumber != isNumber(other)) {
            return isNumber ? -1 : 1;
        }
        int byValue = isNumber ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : 0;
        return byValue != 0 ? byValue : one.compareTo(other);
    }

    private static boolean isNumber(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                return false;
            }
        }
        return !line.isEmpty() && line.length() <= 18;
    }
}
