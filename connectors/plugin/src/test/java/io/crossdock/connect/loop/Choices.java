package io.crossdock.connect.loop;

import io.crossdock.connect.delivery.Finding;
import io.crossdock.connect.delivery.Message;
import io.crossdock.connect.delivery.Question;
import io.crossdock.contract.Receipt;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What can happen next in a world, in an order that depends on nothing but its state. */
final class Choices {

    private final World world;
    private final boolean mayFail;
    private final boolean still;
    private final List<Action> actions = new ArrayList<>();

    private Choices(World world) {
        this.world = world;
        this.mayFail = world.faultsLeft() > 0;
        this.still = world.scene().stillClock();
    }

    /**
     * All that can happen. While time stands still and no fault is left, a step of a sink is taken as soon as there is one: it
     * takes from one queue and adds to another, so it commutes with all that others can do, and nothing can make it impossible.
     */
    static List<Action> of(World world) {
        Choices choices = new Choices(world);
        world.sinks().forEach(choices::ofSink);
        if (choices.still && !choices.mayFail && !choices.actions.isEmpty()) {
            return List.of(choices.actions.getFirst());
        }
        world.mail().forEach(choices::ofMailbox);
        if (choices.mayFail) {
            world.targets().forEach(choices::ofTarget);
            choices.ofApplication();
        }
        return choices.actions;
    }

    private void ofMailbox(Identifier self, Mail mail) {
        for (String from : List.copyOf(mail.senders())) {
            for (int at : mail.next(from)) {
                Letter letter = mail.at(from, at);
                Supplier<String> what = () -> self.type() + " takes " + letter.text();
                work(what, () -> {
                    mail.taken(from, at);
                    world.step(self, letter);
                });
                if (!still) {
                    crash(() -> what.get() + " and dies before the commit", () -> world.abort(self, letter));
                }
            }
        }
        if (world.isDue(self)) {
            work(() -> self.type() + " looks again", () -> world.step(self, new Letter.Woken()));
        }
    }

    private void ofApplication() {
        if (!still) {
            fault(() -> "the application's state is rebuilt", world::rebuild);
        }
        fault(() -> "the application starts again with the next epoch", world::nextEpoch);
    }

    private void ofSink(String target, SinkSide sink) {
        if (sink.canPoll()) {
            work(() -> target + ": the sink reads on", () -> sink.poll(world.now()));
        }
        // Where nothing can be redelivered any more, offsets decide nothing.
        if (sink.canCommit() && (mayFail || !still)) {
            work(() -> target + ": the sink commits", sink::commit);
        }
        sink.questions().forEach((record, question) -> {
            switch (question) {
                case Question.Look look -> look(target, sink, record, look.message());
                case Question.Write write -> write(target, sink, record, write.message());
                case Question.Report report -> report(target, sink, record, report.receipt());
            }
        });
        crash(() -> target + ": the sink dies", () -> sink.restart(sink.committed()));
        for (long from = 0; from < sink.committed(); from++) {
            long rewound = from;
            crash(
                    () -> target + ": the sink dies and its offset is set back to " + rewound,
                    () -> sink.restart(rewound));
        }
    }

    private void look(String target, SinkSide sink, String record, Message message) {
        work(
                () -> target + " is asked for " + record,
                () -> sink.answer(record, world.find(target, message), world.now()));
        fault(
                () -> target + " does not answer when asked for " + record,
                () -> sink.answer(record, new Finding.Failed(TargetSystem.busy()), world.now()));
    }

    private void write(String target, SinkSide sink, String record, Message message) {
        Supplier<String> what = () -> target + " is told " + message.idempotencyKey() + " " + message.contentHash();
        work(what, () -> sink.answer(record, world.write(target, message), world.now()));
        fault(() -> what.get() + ", the answer is lost", () -> {
            var unused = world.write(target, message);
            sink.answer(record, TargetSystem.unanswered(), world.now());
        });
        fault(
                () -> what.get() + ", the request is lost",
                () -> sink.answer(record, TargetSystem.unanswered(), world.now()));
        fault(() -> what.get() + ", it is busy", () -> sink.answer(record, TargetSystem.busy(), world.now()));
        crash(() -> what.get() + ", the sink dies before the answer", () -> {
            var unused = world.write(target, message);
            sink.restart(sink.committed());
        });
        if (!world.overwrites(target, message) || may(Rarity.LATE_REQUEST)) {
            fault(() -> what.get() + ", the request is held up", () -> {
                world.holdUp(target, message);
                sink.answer(record, TargetSystem.unanswered(), world.now());
            });
        }
    }

    private void report(String target, SinkSide sink, String record, Receipt receipt) {
        Supplier<String> what =
                () -> target + ": receipt " + receipt.getOutcome() + " of " + receipt.getIdempotencyKey();
        work(what, () -> {
            world.answered(target, receipt);
            sink.answer(record, "the broker has it", world.now());
        });
        crash(() -> what.get() + ", then the sink dies", () -> {
            world.answered(target, receipt);
            sink.restart(sink.committed());
        });
    }

    private void ofTarget(String name, TargetSystem target) {
        List<Message> heldUp = world.heldUp(name);
        for (int at = 0; at < heldUp.size(); at++) {
            int which = at;
            fault(
                    () -> name + " gets the late request " + heldUp.get(which).idempotencyKey(),
                    () -> world.arriveLate(name, which));
        }
        TargetSystem.Held held = target.held();
        OrderVersion newest = target.newest();
        if (target.kind() != TargetSystem.Kind.RECORD || held == null) {
            return;
        }
        fault(() -> name + " is overwritten by hand", () -> world.overwrite(name, null));
        if (may(Rarity.OVERWRITTEN_UNDER_OUR_VERSION)) {
            fault(() -> name + " is overwritten under our version", () -> world.overwrite(name, held.version()));
        }
        if (newest != null) {
            fault(
                    () -> name + " is overwritten by another life of ours",
                    () -> world.overwrite(name, target.ofAnotherLife(newest)));
        }
    }

    private boolean may(Rarity rarity) {
        return world.scene().rarities().contains(rarity);
    }

    private void work(Supplier<String> text, Runnable run) {
        actions.add(new Action(Action.Kind.WORK, text, run));
    }

    private void crash(Supplier<String> text, Runnable run) {
        trouble(Action.Kind.CRASH, text, run);
    }

    private void fault(Supplier<String> text, Runnable run) {
        trouble(Action.Kind.FAULT, text, run);
    }

    private void trouble(Action.Kind kind, Supplier<String> text, Runnable run) {
        if (mayFail) {
            actions.add(new Action(kind, text, run));
        }
    }
}
