package io.crossdock.order.status;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement.Line;
import io.crossdock.order.fact.Statement.LineRef;
import io.crossdock.order.fact.Statement.Relation;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what stands on a line of any document; what is not said stays unsaid. */
final class ALine {

    private final String number;
    private final Map<Quantity, BigDecimal> counters = new EnumMap<>(Quantity.class);
    private final Map<String, BigDecimal> factors = new HashMap<>();
    private @Nullable LineRef refersTo;
    private @Nullable Relation relation;
    private @Nullable String sku;
    private @Nullable String unit = "EA";
    private Line.Kind kind = Line.Kind.GOODS;
    private Line.Fulfilment fulfilment = Line.Fulfilment.STOCK;
    private @Nullable String location;
    private @Nullable String carton;
    private @Nullable BigDecimal quantity;
    private boolean remaining;
    private boolean closed;
    private @Nullable BigDecimal price;

    private ALine(String number) {
        this.number = number;
    }

    static ALine aLine(String number) {
        return new ALine(number);
    }

    ALine of(String article) {
        sku = article;
        return this;
    }

    ALine holding(@Nullable String units) {
        quantity = units == null ? null : new BigDecimal(units);
        return this;
    }

    ALine in(@Nullable String unitOfMeasure) {
        unit = unitOfMeasure;
        return this;
    }

    /** A unit of this name holds so many of the article's common unit. */
    ALine where(String unitOfMeasure, String holds) {
        factors.put(unitOfMeasure, new BigDecimal(holds));
        return this;
    }

    ALine naming(Identifier document, String line) {
        refersTo = new LineRef(document, line);
        return this;
    }

    ALine componentOf(String line) {
        relation = new Relation(Relation.Role.COMPONENT_OF, line);
        kind = Line.Kind.COMPONENT;
        return this;
    }

    ALine insteadOf(String line) {
        relation = new Relation(Relation.Role.SUBSTITUTE_FOR, line);
        return this;
    }

    ALine counting(Quantity counted, String units) {
        counters.put(counted, new BigDecimal(units));
        return this;
    }

    ALine withCountersOfWhatRemains() {
        remaining = true;
        return this;
    }

    ALine as(Line.Kind what) {
        kind = what;
        return this;
    }

    ALine by(Line.Fulfilment way) {
        fulfilment = way;
        return this;
    }

    ALine from(String place) {
        location = place;
        return this;
    }

    ALine inCarton(String name) {
        carton = name;
        return this;
    }

    ALine closed() {
        closed = true;
        return this;
    }

    /** What one unit costs. */
    ALine at(String money) {
        price = new BigDecimal(money);
        return this;
    }

    Line said() {
        return new Line(
                number,
                refersTo,
                relation,
                sku,
                unit,
                factors,
                kind,
                fulfilment,
                location,
                carton,
                quantity,
                counters,
                remaining,
                closed,
                price);
    }
}
