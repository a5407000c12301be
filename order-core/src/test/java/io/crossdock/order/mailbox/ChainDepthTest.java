package io.crossdock.order.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.link.Lineage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R94: a chain of eight levels is what we promise; a longer one takes more hops and nothing else. */
class ChainDepthTest {

    private static final int ORDER_RANK = 8;

    private final Map<Identifier, Mailbox> mailboxes = new TreeMap<>();
    private int longestWay;

    @ParameterizedTest(name = "{0} levels")
    @ValueSource(ints = {2, 8, 13})
    void shouldReachTheTopThroughEveryLevel(int levels) {
        // Given: a line and a link on every level, in an order that has nothing to do with the chain
        IdentifierTypes types = types(levels);
        List<Fact> facts = new ArrayList<>();
        for (int level = 1; level <= levels; level++) {
            facts.add(Facts.line(at(level), "1", 1, level));
            if (level < levels) {
                facts.add(Facts.alias(at(level), "reference", 1, Facts.partOf(at(level), at(level + 1))));
            }
        }
        Collections.shuffle(facts, new Random(levels));

        // When
        facts.forEach(fact -> deliver(types, fact.home(), new Message.Home(fact), 1));
        longestWay = 0;
        deliver(types, at(1), new Message.Home(Facts.line(at(1), "1", 2, 99)), 1);

        // Then
        Mailbox top = Objects.requireNonNull(mailboxes.get(at(levels)));
        assertThat(top.effective()).hasSize(facts.size());
        Lineage lineage = Lineage.of(types, top.effective());
        assertThat(lineage.documents(lineage.members(at(levels)))).hasSize(levels - 1);
        assertThat(longestWay).isEqualTo(levels);
    }

    private void deliver(IdentifierTypes types, Identifier self, Message message, int hop) {
        longestWay = Math.max(longestWay, hop);
        Mailbox mailbox = mailboxes.computeIfAbsent(self, none -> Mailbox.empty(self, types));
        mailbox.apply(message)
                .outgoing()
                .forEach(outgoing -> deliver(types, outgoing.to(), outgoing.message(), hop + 1));
    }

    private static IdentifierTypes types(int levels) {
        Map<String, Integer> ranks = new HashMap<>();
        for (int level = 1; level <= levels; level++) {
            ranks.put("wms:level-" + level, level);
        }
        return IdentifierTypes.ranked(ranks, ORDER_RANK);
    }

    private static Identifier at(int level) {
        return Facts.id("wms:level-" + level + ":X");
    }
}
