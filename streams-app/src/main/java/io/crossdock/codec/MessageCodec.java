package io.crossdock.codec;

import io.crossdock.contract.MailboxMessage;
import io.crossdock.contract.MailboxMessageKind;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Message;
import java.util.List;

/** A message between mailboxes, between {@link Message} and its contract. */
public final class MessageCodec {

    private MessageCodec() {}

    /** The contract of a message. */
    public static MailboxMessage toAvro(Message message) {
        MailboxMessage.Builder builder = MailboxMessage.newBuilder();
        return switch (message) {
            case Message.Home home ->
                builder.setKind(MailboxMessageKind.HOME)
                        .setFacts(List.of(FactCodec.toAvro(home.fact())))
                        .build();
            case Message.Rows rows ->
                builder.setKind(MailboxMessageKind.ROWS)
                        .setVia(rows.via().toString())
                        .setSeq(rows.seq())
                        .setFacts(rows.facts().stream().map(FactCodec::toAvro).toList())
                        .setRemoved(
                                rows.removed().stream().map(FactKey::toString).toList())
                        .setHandOver(rows.handOver())
                        .build();
            case Message.Drop drop ->
                builder.setKind(MailboxMessageKind.DROP)
                        .setVia(drop.via().toString())
                        .setSeq(drop.seq())
                        .build();
        };
    }

    /** The contract of what a mailbox that is archived or forgotten tells those that told it what it holds. */
    public static MailboxMessage toAvro(MailboxMessageKind kind, Identifier above) {
        return MailboxMessage.newBuilder()
                .setKind(kind)
                .setVia(above.toString())
                .build();
    }

    /**
     * The message behind its contract.
     *
     * @throws IllegalArgumentException for ARCHIVE and FORGET, which are nothing that a mailbox decides on
     */
    public static Message fromAvro(MailboxMessage message) {
        return switch (message.getKind()) {
            case HOME -> new Message.Home(FactCodec.fromAvro(message.getFacts().getFirst()));
            case ROWS ->
                new Message.Rows(
                        Identifier.parse(message.getVia()),
                        message.getSeq(),
                        message.getFacts().stream().map(FactCodec::fromAvro).toList(),
                        message.getRemoved().stream().map(FactKey::parse).toList(),
                        message.getHandOver());
            case ARCHIVE, FORGET ->
                throw new IllegalArgumentException(message.getKind() + " moves a mailbox, it tells it nothing");
            case DROP -> new Message.Drop(Identifier.parse(message.getVia()), message.getSeq());
        };
    }
}
