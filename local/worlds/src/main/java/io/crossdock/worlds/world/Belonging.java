package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a record is a part of, to whoever can read only what records say about it: what the best of them say, if they agree.
 *
 * @param to id of what it belongs to; null if nothing says so, or nothing decides
 * @param rule why; null if it belongs to nothing
 * @param isAmbiguous true if the best that is said contradicts itself
 * @param beaten what was said too, and is believed less
 */
record Belonging(@Nullable String to, @Nullable LinkRule rule, boolean isAmbiguous, List<LinkRule> beaten) {

    /** One record's word. */
    private record Word(LinkRule rule, String to) {}

    /** The CRM's order that a sales order is. */
    static Belonging of(World world, SalesOrder order) {
        List<Word> words = new ArrayList<>();
        for (Sale sale : world.sales) {
            String id = sale.crmId;
            if (id != null && (order.names(id) || sale.namedInCrm == order)) {
                words.add(new Word(LinkRule.EXPLICIT, id));
            }
        }
        if (order.sale.copyId != null && order.sale.salesOrders.getFirst() == order) {
            words.add(new Word(LinkRule.ECHO, order.sale.copyId));
        }
        String matched = PurchaseOrder.matching(world, order);
        if (matched != null) {
            words.add(new Word(LinkRule.MATCHED, matched));
        }
        world.desk.about(order).forEach(correction -> words.add(new Word(LinkRule.PERSON, correction.to())));
        return decided(words);
    }

    /** The sales order that a payment belongs to. */
    static Belonging of(World world, Cashier.Payment payment) {
        Stream<Word> named =
                payment.isNamed ? Stream.of(new Word(LinkRule.EXPLICIT, payment.order.no)) : Stream.empty();
        Stream<Word> corrected =
                world.desk.about(payment).map(correction -> new Word(LinkRule.PERSON, correction.to()));
        return decided(Stream.concat(named, corrected).toList());
    }

    private static Belonging decided(List<Word> words) {
        LinkRule best = words.stream().map(Word::rule).sorted().findFirst().orElse(null);
        List<String> believed = words.stream()
                .filter(word -> word.rule == best)
                .map(Word::to)
                .distinct()
                .toList();
        String to = believed.size() == 1 ? believed.getFirst() : null;
        List<LinkRule> beaten = words.stream()
                .filter(word -> to != null && !word.to.equals(to))
                .map(Word::rule)
                .toList();
        return new Belonging(to, to == null ? null : best, believed.size() > 1, beaten);
    }
}
