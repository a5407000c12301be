package io.crossdock.local.prove.loop.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.loop.scene.CrmOrders.Copy;
import io.crossdock.local.prove.loop.scene.Published.Order;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SameOrdersTest {

    private static final Map<String, String> TAKEN = Map.of("SO-1", "PO-1", "SO-2", "PO-2");
    private static final Copy FIRST = new Copy("801A", "SO-1", "PO-1", true);
    private static final Copy SECOND = new Copy("801B", "SO-2", "PO-2", true);
    private static final Copy OF_SOMEBODY_ELSE = new Copy("801C", "", "PO-3", false);
    private static final Order ONE = order("SO-1", "801A");
    private static final Order TWO = order("SO-2", "801B");
    private static final Order ANOTHER = new Order("ord_3", "crm:order:801C", Set.of("crm:order:801C"));

    @Test
    void shouldAcceptOneCopyOfEachOrder() {
        // Given: and an order of somebody who works beside us
        List<Copy> copies = List.of(FIRST, SECOND, OF_SOMEBODY_ELSE);

        // When
        List<String> failed = failed(TAKEN, copies, List.of(ONE, TWO, ANOTHER));

        // Then
        assertThat(failed).isEmpty();
    }

    @Test
    void shouldNoticeASecondCopyThatCarriesNoKey() {
        // Given
        Copy again = new Copy("801D", "", "PO-1", true);

        // When
        List<String> failed = failed(TAKEN, List.of(FIRST, SECOND, again), List.of(ONE, TWO));

        // Then
        assertThat(failed)
                .containsExactly("each order is in the CRM once", "the CRM's record is known as the same order");
    }

    @Test
    void shouldNoticeAnOrderThatTheCrmDoesNotHave() {
        assertThat(failed(TAKEN, List.of(FIRST), List.of(ONE, TWO))).containsExactly("each order is in the CRM once");
    }

    @Test
    void shouldNoticeACopyUnderTheKeyOfAnotherOrder() {
        assertThat(failed(TAKEN, List.of(new Copy("801A", "SO-2", "PO-1", true), SECOND), List.of(ONE, TWO)))
                .containsExactly("each order is in the CRM once");
    }

    @Test
    void shouldNoticeACopyThatBecameAnOrderOfItsOwn() {
        // Given
        Order copy = new Order("ord_9", "crm:order:801B", Set.of("crm:order:801B"));
        Order without = new Order("ord_2", "erp:sales-order:SO-2", Set.of("erp:sales-order:SO-2"));

        // When
        List<String> failed = failed(TAKEN, List.of(FIRST, SECOND), List.of(ONE, without, copy));

        // Then
        assertThat(failed)
                .containsExactly("the CRM's record is known as the same order", "no copy became an order of its own");
    }

    @Test
    void shouldNoticeACopyThatBecameTheRoot() {
        // Given
        Order turned = new Order("ord_9", "crm:order:801B", TWO.names());

        // When
        List<String> failed = failed(TAKEN, List.of(FIRST, SECOND), List.of(ONE, turned));

        // Then
        assertThat(failed).containsExactly("no copy became an order of its own");
    }

    @Test
    void shouldProveNothingWithoutOrders() {
        assertThat(failed(Map.of(), List.of(), List.of()))
                .contains("each order is in the CRM once", "the CRM's record is known as the same order");
    }

    private static Order order(String salesOrder, String copy) {
        String root = "erp:sales-order:" + salesOrder;
        return new Order("ord_" + salesOrder, root, Set.of(root, "crm:order:" + copy));
    }

    private static List<String> failed(Map<String, String> taken, List<Copy> copies, List<Order> published) {
        return new SameOrders(taken, copies, published)
                .checks().stream()
                        .filter(check -> !check.passed())
                        .map(Check::what)
                        .toList();
    }
}
