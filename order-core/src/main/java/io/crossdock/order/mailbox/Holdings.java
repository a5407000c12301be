package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Op;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one mailbox and what follows from them: the effective fact per key, and which home facts hold links. Rows of
 * children are kept but stand for nothing while more children tell than the limit allows (R25).
 */
final class Holdings {

    private final int childrenLimit;
    private final TreeMap<FactKey, TreeMap<String, Row>> rows = new TreeMap<>();
    private final TreeMap<FactKey, Fact> effective = new TreeMap<>();
    private final TreeMap<FactKey, Fact> linking = new TreeMap<>();
    private final TreeMap<String, Integer> rowsByChild = new TreeMap<>();
    private int finalRows;
    private boolean overloaded;
    private boolean ownDocumentIsFinal;
    private boolean linkingChanged;

    /** Nothing yet; {@code childrenLimit} is how many children can tell something, 0 means any number. */
    Holdings(int childrenLimit) {
        this.childrenLimit = childrenLimit;
    }

    @Nullable
    Row get(FactKey key, String via) {
        TreeMap<String, Row> ofKey = rows.get(key);
        return ofKey == null ? null : ofKey.get(via);
    }

    void put(Row row) {
        Row before = rows.computeIfAbsent(row.key(), key -> new TreeMap<>()).put(row.via(), row);
        finalRows += (row.saysFinal() ? 1 : 0) - (before != null && before.saysFinal() ? 1 : 0);
        if (before == null && !row.isHome()) {
            rowsByChild.merge(row.via(), 1, Integer::sum);
        }
    }

    void remove(FactKey key, String via) {
        TreeMap<String, Row> ofKey = rows.get(key);
        if (ofKey == null || ofKey.remove(via) == null) {
            return;
        }
        rowsByChild.computeIfPresent(via, (child, count) -> count == 1 ? null : count - 1);
        if (ofKey.isEmpty()) {
            rows.remove(key);
        }
    }

    boolean wouldTakeBack(Fact deletion) {
        Row home = get(deletion.key(), Row.HOME);
        Fact standing = home == null ? null : home.standing(ownDocumentIsFinal);
        return standing != null
                && FactOrder.compare(deletion, standing) > 0
                && !(deletion.op() == Op.RETRACT_UNLESS_FINAL && ownDocumentIsFinal);
    }

    /** Rows a child told up to and including the given counter, by key. */
    SortedMap<FactKey, Row> toldBy(String via, long upTo) {
        TreeMap<FactKey, Row> told = new TreeMap<>();
        rows.forEach((key, ofKey) -> {
            Row row = ofKey.get(via);
            if (row != null && row.seq() <= upTo) {
                told.put(key, row);
            }
        });
        return told;
    }

    /** Derives everything again for the keys touched; returns the keys whose effective fact changed by content. */
    SortedSet<FactKey> settle(Collection<FactKey> touched) {
        SortedSet<FactKey> toSettle = new TreeSet<>(touched);
        if (ownDocumentIsFinal != finalRows > 0) {
            ownDocumentIsFinal = finalRows > 0;
            addRowsThatDependOnFinality(toSettle);
        }
        if (overloaded != tooManyChildren()) {
            overloaded = tooManyChildren();
            addRowsOfChildren(toSettle);
        }
        linkingChanged = false;
        SortedSet<FactKey> changed = new TreeSet<>();
        for (FactKey key : toSettle) {
            if (settle(key)) {
                changed.add(key);
            }
        }
        return changed;
    }

    /** Effective facts by key; a live view. */
    SortedMap<FactKey, Fact> effective() {
        return Collections.unmodifiableSortedMap(effective);
    }

    /** Standing home facts that hold links, by key; a live view. */
    SortedMap<FactKey, Fact> linking() {
        return Collections.unmodifiableSortedMap(linking);
    }

    /** True if the last {@link #settle(Collection)} replaced a standing home fact that holds or held links. */
    boolean linkingChanged() {
        return linkingChanged;
    }

    /** How many children have told something that they did not take back. */
    int children() {
        return rowsByChild.size();
    }

    /** True if more children tell than the limit allows, so that none of them is heard. */
    boolean overloaded() {
        return overloaded;
    }

    Collection<FactKey> keys() {
        return rows.keySet();
    }

    Holdings copy() {
        Holdings copy = new Holdings(childrenLimit);
        rows.forEach((key, ofKey) -> copy.rows.put(key, new TreeMap<>(ofKey)));
        copy.effective.putAll(effective);
        copy.linking.putAll(linking);
        copy.rowsByChild.putAll(rowsByChild);
        copy.finalRows = finalRows;
        copy.overloaded = overloaded;
        copy.ownDocumentIsFinal = ownDocumentIsFinal;
        return copy;
    }

    private boolean tooManyChildren() {
        return childrenLimit > 0 && children() > childrenLimit;
    }

    private void addRowsOfChildren(SortedSet<FactKey> toSettle) {
        rows.forEach((key, ofKey) -> {
            if (!ofKey.lastKey().equals(Row.HOME)) {
                toSettle.add(key);
            }
        });
    }

    private void addRowsThatDependOnFinality(SortedSet<FactKey> toSettle) {
        rows.forEach((key, ofKey) -> {
            Row home = ofKey.get(Row.HOME);
            if (home != null && home.dependsOnFinality()) {
                toSettle.add(key);
            }
        });
    }

    private boolean settle(FactKey key) {
        Fact standing = null;
        Fact greatest = null;
        for (Row row : rows.getOrDefault(key, new TreeMap<>()).values()) {
            Fact told = row.standing(ownDocumentIsFinal);
            standing = row.isHome() ? told : standing;
            boolean heard = row.isHome() || !overloaded;
            if (heard && told != null && (greatest == null || FactOrder.compare(told, greatest) > 0)) {
                greatest = told;
            }
        }
        Fact links = standing != null && !standing.links().isEmpty() ? standing : null;
        linkingChanged |= !Objects.equals(replace(linking, key, links), links);
        Fact before = replace(effective, key, greatest);
        if (before == null || greatest == null) {
            return !Objects.equals(before, greatest);
        }
        return !before.saysTheSameAs(greatest);
    }

    private static @Nullable Fact replace(Map<FactKey, Fact> facts, FactKey key, @Nullable Fact fact) {
        return fact == null ? facts.remove(key) : facts.put(key, fact);
    }
}
