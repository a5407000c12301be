package io.crossdock.order.link;

import static io.crossdock.order.fact.Link.Kind.PART_OF;
import static io.crossdock.order.fact.Link.Kind.SAME_AS;
import static io.crossdock.order.fact.Link.Rule.ECHO;
import static io.crossdock.order.fact.Link.Rule.EXPLICIT;
import static io.crossdock.order.fact.Link.Rule.MATCHED;
import static io.crossdock.order.fact.Link.Rule.PERSON;
import static io.crossdock.order.link.Rows.ORDER;
import static io.crossdock.order.link.Rows.SHIPMENT;
import static io.crossdock.order.link.Rows.derived;
import static io.crossdock.order.link.Rows.id;
import static io.crossdock.order.link.Rows.link;
import static io.crossdock.order.link.Rows.row;
import static io.crossdock.order.link.Rows.rowAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R19 to R22: the projection counts along the links that were taken, and no others. */
class LineageTest {

    private static final Identifier SO1 = id("erp:sales-order:SO-1");
    private static final Identifier SO2 = id("erp:sales-order:SO-2");
    private static final Identifier C1 = id("crm:order:C-1");
    private static final Identifier TRACKING = id("ups:tracking:1Z9");

    private static final Fact MERGED = row("erp", "sales-orders", 1, link(SAME_AS, SO1, C1, EXPLICIT));

    @Test
    void shouldNotCountANameThatLostToABetterOne() {
        // Given
        Fact taken = row("wms", "orders", 1, link(SAME_AS, ORDER, SO1, EXPLICIT));
        Fact lost = row("wms", "orders", 9, link(SAME_AS, ORDER, SO2, ECHO));

        // When
        Lineage lineage = lineage(MERGED, taken, lost);

        // Then
        assertThat(lineage.members(C1)).containsExactly(C1, SO1, ORDER);
        assertThat(lineage.members(SO2)).containsExactly(SO2);
    }

    @Test
    void shouldNotCountADocumentBetweenRivals() {
        // Given
        Fact one = row("wms", "header", 1, SO1);
        Fact rival = row("tms", "header", 1, SO2);

        // When
        Lineage lineage = Lineage.of(Rows.types(1), List.of(MERGED, one, rival));

        // Then
        assertThat(lineage.documents(lineage.members(C1))).isEmpty();
        assertThat(lineage.parents(SHIPMENT).ambiguous()).hasSize(1);
    }

    @Test
    void shouldFollowPackagesThroughTheirShipment() {
        // Given
        Fact shipment = row("wms", "header", 1, SO1);
        Fact carton = rowAt(SHIPMENT, "cartons", 1, link(PART_OF, TRACKING, SHIPMENT, EXPLICIT));

        // When
        Lineage lineage = lineage(MERGED, shipment, carton);

        // Then: the package has told nothing yet, the carton speaks for it
        assertThat(lineage.documents(lineage.members(C1))).containsExactly(TRACKING, SHIPMENT);
    }

    @Test
    void shouldTakeAPackagesOwnWordOnceItIsHeard() {
        // Given: two shipments claim the number, and the package itself knows of both
        Fact shipment = row("wms", "header", 1, SO1);
        Fact carton = rowAt(SHIPMENT, "cartons", 1, link(PART_OF, TRACKING, SHIPMENT, EXPLICIT));
        Fact followed = derived(link(PART_OF, TRACKING, id("wms:shipment:S-9"), EXPLICIT), 4);

        // When
        Lineage lineage = lineage(MERGED, shipment, carton, followed);

        // Then
        assertThat(lineage.documents(lineage.members(C1))).containsExactly(SHIPMENT);
    }

    @Test
    void shouldWaitForTheNamesOwnWordWhenARowOnlyMatchesItOrAPersonTiedIt() {
        // Given: nobody has heard of the package, and what ties it may be beaten there
        Fact shipment = row("wms", "header", 1, SO1);
        Fact matched = rowAt(SHIPMENT, "cartons", 1, link(PART_OF, TRACKING, SHIPMENT, MATCHED));
        Fact corrected = rowAt(SHIPMENT, "corrections", 1, link(PART_OF, TRACKING, SHIPMENT, PERSON));

        // When
        Lineage unheard = lineage(MERGED, shipment, matched, corrected);
        Lineage heard = lineage(MERGED, shipment, matched, derived(link(PART_OF, TRACKING, SHIPMENT, MATCHED), 1));

        // Then
        assertThat(unheard.documents(unheard.members(C1))).containsExactly(SHIPMENT);
        assertThat(heard.documents(heard.members(C1))).containsExactly(TRACKING, SHIPMENT);
    }

    @Test
    void shouldNotCountAnOrderThatAnotherOneOnlySpeaksOf() {
        // Given: the record of C-1 claims SO-2, and SO-2 did not follow
        Fact claim = rowAt(C1, "orders", 1, link(SAME_AS, SO2, C1, ECHO));

        // When / Then
        assertThat(lineage(MERGED, claim).members(C1)).containsExactly(C1, SO1);
    }

    @Test
    void shouldFollowALinkThatAThirdOrderMade() {
        // Given: W-9 names both, and the link between the two came back from SO-1
        Fact third = row("wms", "orders", 1, link(SAME_AS, ORDER, SO1, EXPLICIT), link(SAME_AS, ORDER, C1, EXPLICIT));
        Fact followed = derived(link(SAME_AS, SO1, C1, EXPLICIT), 1);

        // When / Then
        assertThat(lineage(third, followed).members(C1)).containsExactly(C1, SO1, ORDER);
    }

    @Test
    void shouldLeaveOutTheNamesWeGaveOurselves() {
        // Given
        Identifier ours = id("crossdock:order:ord_1");

        // When / Then
        assertThat(lineage(MERGED, rowAt(ours, "order-ids", 1, link(SAME_AS, ours, C1, ECHO)))
                        .members(C1))
                .containsExactly(C1, SO1);
    }

    private static Lineage lineage(Fact... facts) {
        return Lineage.of(Rows.types(0), List.of(facts));
    }
}
