package io.crossdock.connect.loop;

import io.crossdock.connect.delivery.Attempt;
import io.crossdock.connect.delivery.Finding;
import io.crossdock.connect.delivery.Message;
import io.crossdock.contract.Receipt;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The application, two targets, the sinks between them, and all that is on its way; {@link Choices} says what can happen to it. */
final class World implements AutoCloseable {

    /** Values and variants that targets refuse. */
    static final int REFUSED = 9;

    /** A time after all others. */
    static final Instant LATE = Instant.EPOCH.plusSeconds(1_000_000);

    private final Scene scene;
    private final Flaw flaw;
    private final Map<Identifier, Cell> cells = new TreeMap<>();
    private final Map<Identifier, Mail> mail = new TreeMap<>();
    private final Map<String, SinkSide> sinks = new TreeMap<>();
    private final Map<String, TargetSystem> targets = new TreeMap<>();
    private final Map<String, List<Message>> heldUp = new TreeMap<>();
    private Rules rules;
    private long ticks = 1;
    private int faults;
    private boolean rebuilt;

    World(Scene scene, Flaw flaw) {
        this.scene = scene;
        this.flaw = flaw;
        this.rules = scene.rules(flaw);
        this.faults = scene.faults();
        for (Identifier self : List.of(SimulatedFacts.ROOT, SimulatedFacts.ABOVE)) {
            cells.put(self, Cell.empty(self));
            mail.put(self, new Mail(scene.stillClock()));
        }
        scene.targets().forEach((name, kind) -> {
            sinks.put(name, new SinkSide(flaw));
            targets.put(name, new TargetSystem(name, kind));
            heldUp.put(name, new ArrayList<>());
        });
        for (int at = 0; at < scene.contents().size(); at++) {
            mail(SimulatedFacts.ROOT)
                    .add(
                            Mail.CONTENT,
                            told(SimulatedFacts.content(at + 1, scene.contents().get(at))));
        }
        for (int at = 0; at < scene.links().size(); at++) {
            mail(SimulatedFacts.ROOT)
                    .add(
                            Mail.LINKS,
                            told(SimulatedFacts.link(at + 1, scene.links().get(at))));
        }
    }

    private World(World other) {
        this.scene = other.scene;
        this.flaw = other.flaw;
        this.rules = other.rules;
        this.ticks = other.ticks;
        this.faults = other.faults;
        this.rebuilt = other.rebuilt;
        cells.putAll(other.cells);
        other.mail.forEach((self, box) -> mail.put(self, box.copy()));
        other.sinks.forEach((name, sink) -> sinks.put(name, sink.copy()));
        other.targets.forEach((name, target) -> targets.put(name, target.copy()));
        other.heldUp.forEach((name, requests) -> heldUp.put(name, new ArrayList<>(requests)));
    }

    World copy() {
        return new World(this);
    }

    /** Does one of the {@link Choices}. */
    void take(Action action) {
        ticks += scene.stillClock() ? 0 : 1;
        faults -= action.kind() == Action.Kind.WORK ? 0 : 1;
        action.run().run();
    }

    /** No more faults from now on. */
    void calm() {
        faults = 0;
    }

    int faultsLeft() {
        return faults;
    }

    /** Lets time pass to the next deadline; false if there is none. */
    boolean passTime() {
        Instant next = cells.values().stream()
                .flatMap(cell -> cell.deadlines().stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (next == null) {
            return false;
        }
        ticks = Math.max(ticks, next.toEpochMilli());
        return true;
    }

    /** True if the mailbox wanted to be looked at by now. */
    boolean isDue(Identifier self) {
        var deadlines = cell(self).deadlines();
        return !deadlines.isEmpty() && !deadlines.getFirst().isAfter(now());
    }

    /** A transaction of the application: all that it says comes about. */
    void step(Identifier self, Letter letter) {
        Transaction.Result result = Transaction.of(rules, cell(self), letter, now());
        cells.put(self, result.cell());
        result.letters().forEach(sent -> mail(sent.to()).add(Mail.LETTERS, sent.letter()));
        send(result.messages());
        result.cell()
                .outbox()
                .forEach((target, entry) -> sink(target).desires(entry.state().desired()));
        for (String target : result.repairs()) {
            if (!target(target).disturbed() && !rebuilt) {
                throw new Violation(target + " is to be put right, and nobody wrote there");
            }
            target(target).putRight();
        }
    }

    /** A transaction that is not committed leaves nothing, unless something is wrong. */
    void abort(Identifier self, Letter letter) {
        Transaction.Result result = Transaction.of(rules, cell(self), letter, now());
        if (flaw == Flaw.MESSAGES_ARE_SENT_OUTSIDE_THE_TRANSACTION) {
            cells.put(self, result.cell());
        }
        if (flaw == Flaw.STATE_IS_KEPT_OUTSIDE_THE_TRANSACTION) {
            send(result.messages());
        }
    }

    private void send(List<Transaction.Out> messages) {
        for (Transaction.Out out : messages) {
            SinkSide sink = sink(out.target());
            boolean state = out.message().get("kind").equals("STATE");
            if (state && sink.hasStateInFlight() && !scene.takesBack() && !rebuilt) {
                throw new Violation(out.target() + " is told a view while another is in flight");
            }
            // A refusal below a version that somebody else wrote is nothing to go by: it may be tried again above that.
            if (sink.hasRefused(out.message()) && !target(out.target()).disturbed() && !rebuilt) {
                throw new Violation(out.target() + " is told again what it refused");
            }
            sink.send(out.message());
        }
    }

    /** All that the application kept is lost, and made again of what others have said. */
    void rebuild() {
        rebuilt = true;
        nextEpoch();
        cells.replaceAll((self, cell) -> Cell.empty(self));
        mail.values().forEach(Mail::again);
    }

    void nextEpoch() {
        rules = rules.ofNextEpoch();
    }

    Finding find(String target, Message message) {
        return target(target).find(message, at(target));
    }

    /** The target does what it is told, and its feed will show it. */
    Attempt write(String target, Message message) {
        if (flaw == Flaw.RECEIPT_COMES_BEFORE_APPLYING && faults > 0) {
            holdUp(target, message);
            return TargetSystem.applied(at(target));
        }
        return applied(target, message);
    }

    private Attempt applied(String target, Message message) {
        List<Fact> feed = new ArrayList<>();
        ticks++;
        target(target).tick(message.state() ? 1 : 0);
        Attempt answer = target(target).write(message, at(target), feed);
        feed.forEach(this::shows);
        return answer;
    }

    /** True if the target keeps nothing of what it was told before, and no key tells it what is old. */
    boolean overwrites(String target, Message message) {
        return message.state() && target(target).kind() == TargetSystem.Kind.RECORD;
    }

    void holdUp(String target, Message message) {
        heldUp(target).add(message);
    }

    List<Message> heldUp(String target) {
        return Objects.requireNonNull(heldUp.get(target));
    }

    void arriveLate(String target, int which) {
        var unused = applied(target, heldUp(target).remove(which));
    }

    /** The broker gets a receipt. */
    void answered(String target, Receipt receipt) {
        sink(target).answered(receipt);
        mail(Identifier.parse(receipt.getSender()))
                .add(Mail.answers(target, receipt.getEffect() == null), told(SimulatedFacts.answered(receipt)));
    }

    /** Somebody else writes to the record. */
    void overwrite(String target, @Nullable OrderVersion version) {
        List<Fact> feed = new ArrayList<>();
        ticks++;
        target(target).tick(1);
        target(target).overwrite(version, at(target), feed);
        feed.forEach(this::shows);
    }

    private void shows(Fact row) {
        mail(row.home()).add(Mail.rows(row.key().connection()), told(row));
    }

    /** All that decides what can still happen, as numbers: equal worlds have equal ones. */
    List<Integer> fingerprint(Function<Object, Integer> number) {
        List<Integer> fingerprint = new ArrayList<>();
        cells.values().forEach(cell -> fingerprint.add(number.apply(cell)));
        mail.values().forEach(box -> fingerprint.add(number.apply(box.everything())));
        sinks.values()
                .forEach(sink -> sink.everything(faults > 0).forEach(part -> fingerprint.add(number.apply(part))));
        targets.values().forEach(target -> fingerprint.add(number.apply(target.everything())));
        heldUp.values().forEach(late -> fingerprint.add(number.apply(List.copyOf(late))));
        fingerprint.add(faults);
        fingerprint.add((int) rules.epoch());
        return fingerprint;
    }

    Scene scene() {
        return scene;
    }

    /** The cell of whoever speaks for the order in the end. */
    Cell speaker() {
        boolean linked = !scene.links().isEmpty() && scene.links().getLast();
        return cell(linked ? SimulatedFacts.ABOVE : SimulatedFacts.ROOT);
    }

    Map<Identifier, Mail> mail() {
        return mail;
    }

    Map<String, TargetSystem> targets() {
        return targets;
    }

    Map<String, SinkSide> sinks() {
        return sinks;
    }

    /** Everybody's clock, but for that of the targets. */
    Instant now() {
        return scene.stillClock() ? LATE : Instant.EPOCH.plusMillis(ticks);
    }

    private Instant at(String target) {
        return Instant.EPOCH.plusMillis(scene.stillClock() ? target(target).ticks() : ticks);
    }

    private Cell cell(Identifier self) {
        return Objects.requireNonNull(cells.get(self));
    }

    private Mail mail(Identifier self) {
        return Objects.requireNonNull(mail.get(self));
    }

    private SinkSide sink(String name) {
        return Objects.requireNonNull(sinks.get(name));
    }

    private TargetSystem target(String name) {
        return Objects.requireNonNull(targets.get(name));
    }

    private static Letter told(Fact fact) {
        return new Letter.Told(new io.crossdock.order.mailbox.Message.Home(fact));
    }

    @Override
    public void close() {
        sinks.values().forEach(SinkSide::close);
    }
}
