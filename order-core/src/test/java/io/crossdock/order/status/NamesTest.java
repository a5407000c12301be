package io.crossdock.order.status;

import static io.crossdock.order.mailbox.Facts.TYPES;
import static io.crossdock.order.mailbox.Facts.alias;
import static io.crossdock.order.mailbox.Facts.document;
import static io.crossdock.order.mailbox.Facts.fact;
import static io.crossdock.order.mailbox.Facts.id;
import static io.crossdock.order.mailbox.Facts.sameAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R200: names that an order has already make no projection, anything else does. */
class NamesTest {

    private static final Identifier ORDER = id("crm:order:1");
    private static final Identifier NUMBER = id("crm:order-number:1001");
    private static final Link SAME = sameAs(NUMBER, ORDER);
    private static final Fact ROW = document(ORDER, 1, DocumentState.OPEN, SAME);
    private static final Fact PUBLIC_ID = named("crossdock", "order-ids", id("crossdock:order:ord_1"), Op.ASSERT);
    private static final Fact KNOWN = named("crm", "derived-link", NUMBER, Op.ASSERT, SAME);

    private static Fact named(String connection, String entity, Identifier home, Op op, Link... links) {
        return fact(
                new FactKey(connection, entity, home.toString()),
                home,
                1,
                op,
                op == Op.ASSERT ? new Statement.Alias() : null,
                List.of(links),
                Map.of());
    }

    @Test
    void shouldKnowItsPublicIdAndWhatItsOwnRowsCallIt() {
        assertThat(Names.areKnown(TYPES, List.of(ROW, PUBLIC_ID, KNOWN), Set.of(PUBLIC_ID.key(), KNOWN.key())))
                .isTrue();
    }

    @Test
    void shouldNotKnowANameThatNoOtherFactLeadsTo() {
        Fact elsewhere = named("crm", "derived-link", NUMBER, Op.ASSERT, sameAs(NUMBER, id("crm:order:2")));

        assertThat(Names.areKnown(TYPES, List.of(ROW, elsewhere), Set.of(elsewhere.key())))
                .isFalse();
        assertThat(Names.areKnown(TYPES, List.of(KNOWN), Set.of(KNOWN.key()))).isFalse();
    }

    /** What a row only matches, or of an order, counts from the mailbox of that name on. */
    @Test
    void shouldNotKnowANameThatARowAloneCouldNotGive() {
        Link match = sameAs(NUMBER, ORDER, Link.Rule.MATCHED);
        Identifier salesOrder = id("erp:sales-order:SO-1");
        Link copy = sameAs(salesOrder, ORDER);

        for (Link link : List.of(match, copy)) {
            Fact row = document(ORDER, 1, DocumentState.OPEN, link);
            Fact name = named("crm", "derived-link", link.from(), Op.ASSERT, link);
            assertThat(Names.areKnown(TYPES, List.of(row, name), Set.of(name.key())))
                    .isFalse();
        }
    }

    @Test
    void shouldNotKnowANameThatBeatsAnother() {
        Fact other =
                named("erp", "derived-link", NUMBER, Op.ASSERT, sameAs(NUMBER, id("crm:order:2"), Link.Rule.MATCHED));

        assertThat(Names.areKnown(TYPES, List.of(ROW, other, KNOWN), Set.of(KNOWN.key())))
                .isFalse();
    }

    @Test
    void shouldTakeNothingForKnownThatWasTakenBack() {
        Fact gone = named("crm", "derived-link", NUMBER, Op.RETRACT);

        assertThat(Names.areKnown(TYPES, List.of(ROW, gone), Set.of(gone.key())))
                .isFalse();
        assertThat(Names.areKnown(TYPES, List.of(ROW), Set.of(gone.key()))).isFalse();
    }

    @Test
    void shouldTakeNothingElseForAName() {
        Fact mapped = alias(NUMBER, "names", 2, SAME);

        assertThat(Names.areKnown(TYPES, List.of(ROW, KNOWN), Set.of(KNOWN.key(), ROW.key())))
                .isFalse();
        assertThat(Names.areKnown(TYPES, List.of(ROW, mapped), Set.of(mapped.key())))
                .isFalse();
        assertThat(Names.areKnown(TYPES, List.of(ROW), Set.of())).isFalse();
    }
}
