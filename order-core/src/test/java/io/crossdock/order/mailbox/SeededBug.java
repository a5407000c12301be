package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierType;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.mailbox.exhaustive.Store;
import io.crossdock.order.mailbox.exhaustive.Tampering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to break the protocol that one could well have written. */
enum SeededBug implements Tampering {
    /** A mailbox does not remember up to where a child took things back. */
    FLOOR_IS_FORGOTTEN {
        @Override
        public Store kept(Store before, Store after) {
            return new Store(after.rows(), new Head(after.head().seq(), Map.of()));
        }
    },
    /** A child that leaves takes back all but its last message. */
    TAKE_BACK_IS_OFF_BY_ONE {
        @Override
        public List<Outgoing> sent(Identifier self, Store before, Message cause, List<Outgoing> outgoing) {
            return map(
                    outgoing,
                    message -> message instanceof Message.Drop drop
                            ? new Message.Drop(drop.via(), drop.seq() - 2)
                            : message);
        }
    },
    /** A child that leaves says nothing. */
    TAKE_BACK_IS_NOT_SENT {
        @Override
        public List<Outgoing> sent(Identifier self, Store before, Message cause, List<Outgoing> outgoing) {
            return without(outgoing, Message.Drop.class::isInstance);
        }
    },
    /** The old parent sends what it had of a child back to it. */
    PARENT_HANDS_BACK {
        @Override
        public List<Outgoing> sent(Identifier self, Store before, Message cause, List<Outgoing> outgoing) {
            if (!(cause instanceof Message.Drop drop)) {
                return outgoing;
            }
            List<Fact> had = new ArrayList<>();
            before.rows().values().stream()
                    .filter(row -> row.via().equals(drop.via().toString()) && row.fact() != null)
                    .forEach(row -> had.add(Objects.requireNonNull(row.fact())));
            List<Outgoing> more = new ArrayList<>(outgoing);
            more.add(new Outgoing(drop.via(), new Message.Rows(self, drop.seq(), had, List.of(), true)));
            return more;
        }
    },
    /** The greatest version is kept, and not which child said it. */
    MAXIMUM_IS_KEPT_WITHOUT_ITS_SENDER {
        @Override
        public Message taken(Store store, Message message) {
            Identifier anyone = Identifier.parse("any:body:0");
            return switch (message) {
                case Message.Rows rows ->
                    new Message.Rows(anyone, rows.seq(), rows.facts(), rows.removed(), rows.handOver());
                case Message.Drop drop -> new Message.Drop(anyone, drop.seq());
                case Message.Home home -> home;
            };
        }
    },
    /** A restarted mailbox numbers its messages from one again. */
    COUNTER_STARTS_AGAIN {
        @Override
        public Store kept(Store before, Store after) {
            Store forgotten = rows(after, row -> row.withHeadSeq(0));
            return new Store(forgotten.rows(), new Head(0, after.head().floors()));
        }
    },
    /** Of a row's versions, the one that arrives last counts. */
    LAST_ARRIVAL_WINS {
        @Override
        public Message taken(Store store, Message message) {
            return message instanceof Message.Home home
                    ? new Message.Home(Facts.withVersion(home.fact(), newerThan(store, home.fact())))
                    : message;
        }
    },
    /** The positions of a restored source are compared with those it had before. */
    EPOCH_IS_IGNORED {
        @Override
        public Message taken(Store store, Message message) {
            return message instanceof Message.Home home
                    ? new Message.Home(Facts.withVersion(
                            home.fact(),
                            new SourceVersion(
                                    1,
                                    home.fact().version().position(),
                                    home.fact().version().minor())))
                    : message;
        }
    },
    /** A parent is told what is new, and not what is gone. */
    REMOVED_ROWS_ARE_NOT_TOLD {
        @Override
        public List<Outgoing> sent(Identifier self, Store before, Message cause, List<Outgoing> outgoing) {
            return map(
                    outgoing,
                    message -> message instanceof Message.Rows rows
                            ? new Message.Rows(rows.via(), rows.seq(), rows.facts(), List.of(), rows.handOver())
                            : message);
        }
    },
    /** A link asserted for another identifier stays when its row is gone. */
    DERIVED_LINK_IS_NOT_TAKEN_BACK {
        @Override
        public List<Outgoing> sent(Identifier self, Store before, Message cause, List<Outgoing> outgoing) {
            return without(
                    outgoing,
                    message ->
                            message instanceof Message.Home home && home.fact().op() == Op.RETRACT);
        }
    },
    /** A new parent gets the fact that made it one, and not what was known before. */
    HAND_OVER_IS_NOT_WHOLE {
        @Override
        public List<Outgoing> sent(Identifier self, Store before, Message cause, List<Outgoing> outgoing) {
            return map(
                    outgoing,
                    message -> message instanceof Message.Rows rows && rows.handOver()
                            ? new Message.Rows(
                                    rows.via(), rows.seq(), rows.facts().subList(0, 1), rows.removed(), rows.handOver())
                            : message);
        }
    },
    /** What a version that came too late was the first to reach is not kept. */
    SUPERSEDED_VERSION_LEAVES_NO_STAMP {
        @Override
        public Store kept(Store before, Store after) {
            Map<List<String>, Row> kept = new HashMap<>(after.rows());
            before.rows()
                    .forEach((place, row) -> kept.computeIfPresent(
                            place, (same, now) -> saysTheSame(row, now) && row.isHome() ? row : now));
            return new Store(kept, after.head());
        }
    },
    /** A deletion is not kept once it has been carried out. */
    DELETION_IS_FORGOTTEN {
        @Override
        public Store kept(Store before, Store after) {
            return rows(after, row -> new Row(row.key(), row.via(), row.fact(), null, row.seq(), row.headSeq()));
        }
    },
    /** A shipment that can have one order is given all that are claimed. */
    LIMIT_OF_PARENTS_IS_IGNORED {
        @Override
        public IdentifierTypes types(IdentifierTypes types) {
            return limited(types, type -> new IdentifierType(type.rank(), 0, type.children(), null));
        }
    },
    /** A mailbox hears however many children it has. */
    LIMIT_OF_CHILDREN_IS_IGNORED {
        @Override
        public IdentifierTypes types(IdentifierTypes types) {
            return limited(types, type -> new IdentifierType(type.rank(), type.parents(), 0, null));
        }
    };

    private static List<Outgoing> map(List<Outgoing> outgoing, UnaryOperator<Message> change) {
        return outgoing.stream()
                .map(one -> new Outgoing(one.to(), change.apply(one.message())))
                .toList();
    }

    private static List<Outgoing> without(List<Outgoing> outgoing, Predicate<Message> lost) {
        return outgoing.stream().filter(one -> !lost.test(one.message())).toList();
    }

    private static Store rows(Store store, UnaryOperator<Row> change) {
        Map<List<String>, Row> rows = new HashMap<>();
        store.rows().forEach((place, row) -> rows.put(place, change.apply(row)));
        return new Store(rows, store.head());
    }

    private static boolean saysTheSame(Row one, Row other) {
        return one.fact() != null
                && other.fact() != null
                && Objects.equals(one.deletion(), other.deletion())
                && one.fact().version().equals(other.fact().version());
    }

    private static SourceVersion newerThan(Store store, Fact fact) {
        return store.rows().values().stream()
                .filter(row -> row.isHome() && row.key().equals(fact.key()))
                .map(row -> row.fact() == null ? Objects.requireNonNull(row.deletion()) : row.fact())
                .map(known -> new SourceVersion(1, known.version().position() + 1, 0))
                .findFirst()
                .orElse(new SourceVersion(1, 1, 0));
    }

    private static IdentifierTypes limited(IdentifierTypes types, UnaryOperator<IdentifierType> change) {
        Map<String, IdentifierType> changed = new HashMap<>();
        types.byName().forEach((name, type) -> changed.put(name, change.apply(type)));
        return new IdentifierTypes(changed, types.orderRank());
    }
}
