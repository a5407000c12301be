package io.crossdock.order.link;

import static io.crossdock.order.fact.Link.Kind.PART_OF;
import static io.crossdock.order.fact.Link.Kind.SAME_AS;
import static io.crossdock.order.fact.Link.Rule.ECHO;
import static io.crossdock.order.fact.Link.Rule.EXPLICIT;
import static io.crossdock.order.link.Rows.ORDER;
import static io.crossdock.order.link.Rows.SHIPMENT;
import static io.crossdock.order.link.Rows.derived;
import static io.crossdock.order.link.Rows.id;
import static io.crossdock.order.link.Rows.link;
import static io.crossdock.order.link.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R10, R14 and R18: which of the links that are claimed count. */
class ParentsTest {

    private static final Identifier SO1 = id("erp:sales-order:SO-1");
    private static final Identifier SO2 = id("erp:sales-order:SO-2");
    private static final Identifier SO3 = id("erp:sales-order:SO-3");
    private static final Identifier C1 = id("crm:order:C-1");
    private static final Identifier C2 = id("crm:order:C-2");

    @Test
    void shouldBePartOfEveryOrderWhenAShipmentMayBeConsolidated() {
        // When
        Parents parents = ofShipment(0, row("wms", "line-1", 1, SO1), row("wms", "line-2", 2, SO2));

        // Then
        assertThat(parents.all()).containsExactly(SO1, SO2);
        assertThat(parents.ambiguous()).isEmpty();
    }

    @Test
    void shouldFollowTheNewestRowOfOneSourceWhenAShipmentHasOneOrder() {
        // When
        Parents parents = ofShipment(1, row("wms", "line-1", 7, SO1), row("wms", "line-2", 4, SO2));

        // Then
        assertThat(parents.all()).containsExactly(SO1);
        assertThat(parents.beaten()).extracting(Claim::parent).containsExactly(SO2);
    }

    @Test
    void shouldCountAsManyOrdersAsAreAllowedAndTheNewestOfMore() {
        // When
        Parents allowed = ofShipment(2, row("wms", "line-1", 1, SO1), row("wms", "line-2", 2, SO2));
        Parents tooMany =
                ofShipment(2, row("wms", "line-1", 1, SO1), row("wms", "line-2", 2, SO2), row("wms", "line-3", 3, SO3));

        // Then
        assertThat(allowed.all()).containsExactly(SO1, SO2);
        assertThat(tooMany.all()).containsExactly(SO2, SO3);
    }

    @Test
    void shouldPreferAReferenceToAnEchoOfAnotherSource() {
        // When
        Parents parents = ofShipment(
                1, row("wms", "header", 1, SO1), row("tms", "header", 9, link(PART_OF, SHIPMENT, SO2, ECHO)));

        // Then
        assertThat(parents.all()).containsExactly(SO1);
    }

    @Test
    void shouldTakeNoOrderWhenTwoSourcesNameDifferentOnes() {
        // When
        Parents parents = ofShipment(1, row("wms", "header", 1, SO1), row("tms", "header", 9, SO2));

        // Then
        assertThat(parents.all()).isEmpty();
        assertThat(parents.ambiguous()).singleElement().satisfies(ambiguity -> {
            assertThat(ambiguity.type()).isEqualTo("erp:sales-order");
            assertThat(ambiguity.rivals()).extracting(Claim::parent).containsExactly(SO1, SO2);
        });
    }

    @Test
    void shouldTakeNoOrderWhenOneRowNamesTwo() {
        // Given
        Fact both =
                row("wms", "header", 1, link(PART_OF, SHIPMENT, SO1, EXPLICIT), link(PART_OF, SHIPMENT, SO2, EXPLICIT));

        // When
        Parents parents = ofShipment(1, both);

        // Then
        assertThat(parents.all()).isEmpty();
        assertThat(parents.ambiguous()).hasSize(1);
    }

    @Test
    void shouldTakeTheOtherOrderAgainWhenTheRivalIsTakenBack() {
        // Given
        Fact one = row("wms", "header", 1, SO1);
        Fact rival = row("tms", "header", 9, SO2);

        // When
        Parents before = ofShipment(1, one, rival);
        Parents after = ofShipment(1, one);

        // Then
        assertThat(before.all()).isEmpty();
        assertThat(after.all()).containsExactly(SO1);
        assertThat(after.ambiguous()).isEmpty();
    }

    @Test
    void shouldListWhatIsTakenByParentWhateverTheOrderOfTheRows() {
        // Given
        Fact one = row("wms", "line-1", 1, SO1);
        Fact two = row("wms", "line-2", 2, SO2);
        Fact three = row("wms", "line-3", 3, SO1);

        // When
        Parents parents = ofShipment(0, two, three, one);

        // Then
        assertThat(parents.taken()).extracting(Claim::fact).containsExactly(one, three, two);
        assertThat(parents).isEqualTo(ofShipment(0, one, two, three));
    }

    @Test
    void shouldNameOneOrderOfEachTypeAlthoughItsTypeSetsNoLimit() {
        // Given
        Fact toErp = row("wms", "orders", 1, link(SAME_AS, ORDER, SO1, EXPLICIT));
        Fact toCrm = row("wms", "references", 1, link(SAME_AS, ORDER, C1, ECHO));
        Fact toAnother = row("crm", "echoes", 1, link(SAME_AS, ORDER, C2, ECHO));

        // When
        Parents decided = Parents.of(ORDER, Rows.types(0), List.of(toErp, toCrm));
        Parents undecided = Parents.of(ORDER, Rows.types(0), List.of(toErp, toCrm, toAnother));

        // Then
        assertThat(decided.sameAs()).containsOnlyKeys(C1, SO1).containsEntry(SO1, EXPLICIT);
        assertThat(undecided.sameAs()).containsOnlyKeys(SO1);
        assertThat(undecided.ambiguous()).extracting(Ambiguity::type).containsExactly("crm:order");
    }

    @Test
    void shouldNotCompareTheVersionsOfDerivedLinks() {
        // Given: versions of derived links count the messages of their senders
        Fact one = derived(link(SAME_AS, SO1, C1, ECHO), 3);
        Fact other = derived(link(SAME_AS, SO1, C2, ECHO), 8);

        // When
        Parents parents = Parents.of(SO1, Rows.types(0), List.of(one, other));

        // Then
        assertThat(parents.all()).isEmpty();
        assertThat(parents.ambiguous()).hasSize(1);
    }

    @Test
    void shouldIgnoreWhatPointsDownwardOrSpeaksOfOthers() {
        // When
        Parents parents = Parents.of(
                SO1,
                Rows.types(0),
                List.of(
                        row("erp", "orders", 1, link(SAME_AS, SO1, ORDER, EXPLICIT)),
                        row("erp", "orders", 1, link(SAME_AS, SO2, C1, EXPLICIT))));

        // Then
        assertThat(parents).isEqualTo(Parents.NONE);
    }

    private static Parents ofShipment(int limit, Fact... facts) {
        return Parents.of(SHIPMENT, Rows.types(limit), List.of(facts));
    }
}
