package io.crossdock.connect.loop;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.publication.Notice;

/** What a mailbox can be given to work on. */
sealed interface Letter {

    /** What it says, in a few words. */
    default String text() {
        return switch (this) {
            case Told(Message.Home(Fact fact)) -> "fact " + fact.version() + " " + text(fact);
            case Told(Message.Rows rows) ->
                "rows " + rows.seq() + " of " + rows.via() + " "
                        + rows.facts().stream().map(Letter::text).toList();
            case Told(Message.Drop drop) -> "drop " + drop.seq() + " of " + drop.via();
            case Noticed noticed -> noticed.notice().toString();
            case Woken woken -> "the clock";
        };
    }

    private static String text(Fact fact) {
        return switch (fact.statement()) {
            case Statement.Line line -> "content " + line.line();
            case Statement.Alias alias ->
                "link " + fact.links().stream().map(Link::to).toList();
            case Statement.Shown shown ->
                fact.key().connection() + " shows " + shown.mark().version() + " "
                        + shown.mark().contentHash() + (shown.effect() == null ? "" : " " + shown.effect());
            case Statement.Receipt receipt ->
                receipt.target() + " " + receipt.outcome() + " " + receipt.version() + " " + receipt.contentHash()
                        + (receipt.found() == null ? "" : " found " + receipt.found());
            case Statement.FormerOrder former -> "former " + former.version() + " by " + former.by();
            case null, default -> fact.toString();
        };
    }

    /** A fact, or a message of another mailbox. */
    record Told(Message message) implements Letter {}

    /** What another mailbox says of the order that this one is the root of. */
    record Noticed(Notice notice) implements Letter {}

    /** Time has passed. */
    record Woken() implements Letter {}
}
