package io.crossdock.connect.loop;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.mailbox.Step;
import io.crossdock.order.publication.FormerOrders;
import io.crossdock.order.publication.Notice;
import io.crossdock.order.publication.Publisher;
import io.crossdock.order.publication.Register;
import io.crossdock.order.publication.Sight;
import io.crossdock.order.status.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One step of the application: what a mailbox makes of a letter, what is published, what targets are told. All of it, or nothing. */
final class Transaction {

    /** A letter to a mailbox. */
    record Sent(Identifier to, Letter letter) {}

    /**
     * A message to a target.
     *
     * @param message as a sink gets it
     */
    record Out(String target, Map<String, Object> message) {}

    /**
     * What a step comes to.
     *
     * @param repairs targets that are told again because they were overwritten
     */
    record Result(Cell cell, List<Sent> letters, List<Out> messages, List<String> repairs) {}

    private final Rules rules;
    private final Instant now;
    private final Mailbox mailbox;
    private final List<Sent> letters = new ArrayList<>();
    private final List<Fact> toKeep = new ArrayList<>();
    private final Telling telling;
    private Cell cell;

    private Transaction(Rules rules, Cell before, Instant now) {
        this.rules = rules;
        this.now = now;
        this.cell = before;
        this.mailbox = before.open();
        this.telling = new Telling(rules, before.self(), now, toKeep);
    }

    static Result of(Rules rules, Cell before, Letter letter, Instant now) {
        Transaction step = new Transaction(rules, before, now);
        step.take(letter);
        return new Result(step.cell, step.letters, step.telling.messages(), step.telling.repairs());
    }

    private void take(Letter letter) {
        switch (letter) {
            case Letter.Told told -> told(told.message());
            case Letter.Noticed noticed -> enter(noticed.notice());
            case Letter.Woken woken -> {
                cell = cell.wokenAt(now);
                if (mailbox.topmost()) {
                    stand(new TreeSet<>());
                }
            }
        }
        for (Fact fact : toKeep) {
            carry(mailbox.apply(new Message.Home(fact)));
        }
    }

    private void told(Message message) {
        Step step = mailbox.apply(message);
        carry(step);
        boolean news = !step.changed().isEmpty() || step.becameTopmost();
        if ((mailbox.topmost() && news) || step.ceasedToBeTopmost()) {
            stand(step.changed());
        }
    }

    private void carry(Step step) {
        cell = cell.after(step);
        step.outgoing().forEach(outgoing -> letters.add(new Sent(outgoing.to(), new Letter.Told(outgoing.message()))));
    }

    private void enter(Notice notice) {
        Publisher publisher = cell.publisher();
        Register.Entry entry = publisher.register().enter(notice, mailbox.topmost());
        cell = entry.register().equals(publisher.register()) ? cell : cell.with(publisher.with(entry.register()));
        if (entry.state()) {
            toKeep.add(FormerOrders.fact(cell.self(), entry.register(), "", Instant.EPOCH));
        }
    }

    private void stand(SortedSet<FactKey> changed) {
        Reading reading = Reading.of(rules, cell.self(), mailbox.effective(), changed);
        Content content = mailbox.topmost() ? reading.content() : null;
        Sight.Order order = content == null
                ? null
                : new Sight.Order(SimulatedFacts.ROOT, OrderId.of(SimulatedFacts.ROOT), content.text());
        boolean published = cell.publisher().shown() != null;
        Publisher.Step step = cell.publisher()
                .look(
                        new Sight(
                                mailbox.topmost(),
                                order,
                                reading.formers(),
                                FormerOrders.gone(changed, reading.formers()),
                                reading.seen(),
                                reading.elsewhere(),
                                home -> mailbox.effective().stream()
                                        .anyMatch(fact -> fact.home().equals(home))),
                        rules.epoch());
        cell = cell.with(step.publisher());
        step.notices().forEach((root, notice) -> tell(root, notice, step.publisher()));
        if (content == null) {
            cell = published ? cell.withoutOutbox() : cell;
            return;
        }
        OrderVersion version = step.version();
        if (version != null) {
            show(version, content, step.publisher());
        }
        OrderVersion stands = Objects.requireNonNull(step.publisher().shown()).version();
        for (String target : rules.targets()) {
            cell = telling.serve(cell, target, reading, content, stands);
        }
    }

    private void tell(Identifier root, Notice notice, Publisher publisher) {
        if (!root.equals(cell.self())) {
            letters.add(new Sent(root, new Letter.Noticed(notice)));
        } else if (notice instanceof Notice.Ended) {
            toKeep.add(FormerOrders.fact(root, publisher.register(), "", Instant.EPOCH));
        }
    }

    private void show(OrderVersion version, Content content, Publisher publisher) {
        if (cell.self().equals(SimulatedFacts.ROOT)) {
            toKeep.add(FormerOrders.fact(cell.self(), publisher.register(), content.text(), Instant.EPOCH));
        } else {
            letters.add(new Sent(SimulatedFacts.ROOT, new Letter.Noticed(new Notice.Shown(cell.self(), version))));
        }
    }

    static @Nullable OrderVersion later(@Nullable OrderVersion one, @Nullable OrderVersion other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }
}
