package io.crossdock.codec;

import io.crossdock.contract.MailboxMessage;
import io.crossdock.contract.MailboxMessageKind;
import io.crossdock.contract.OrderStatus;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.publication.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The contract of what a topmost mailbox says to the root of an order; {@code status} if it shows one. */
    public static MailboxMessage toAvro(Notice notice, @Nullable OrderStatus status) {
        MailboxMessage.Builder builder =
                MailboxMessage.newBuilder().setVia(notice.by().toString());
        return switch (notice) {
            case Notice.Shown shown ->
                builder.setKind(MailboxMessageKind.SHOWN)
                        .setVersion(VersionCodec.toAvro(shown.version()))
                        .setStatus(status)
                        .build();
            case Notice.Ended ended ->
                builder.setKind(MailboxMessageKind.ENDED)
                        .setVersion(VersionCodec.toAvro(ended.version()))
                        .setSurvivor(ended.survivor())
                        .build();
            case Notice.Left left -> builder.setKind(MailboxMessageKind.LEFT).build();
            case Notice.Forgotten forgotten ->
                builder.setKind(MailboxMessageKind.FORGOTTEN).build();
        };
    }

    /**
     * The notice behind its contract.
     *
     * @throws IllegalArgumentException for a message that is none
     */
    public static Notice notice(MailboxMessage message) {
        Identifier by = Identifier.parse(message.getVia());
        return switch (message.getKind()) {
            case SHOWN -> new Notice.Shown(by, VersionCodec.fromAvro(message.getVersion()));
            case ENDED -> new Notice.Ended(by, VersionCodec.fromAvro(message.getVersion()), message.getSurvivor());
            case LEFT -> new Notice.Left(by);
            case FORGOTTEN -> new Notice.Forgotten(by);
            case HOME, ROWS, DROP, ARCHIVE, FORGET ->
                throw new IllegalArgumentException(message.getKind() + " says nothing of a record");
        };
    }

    /**
     * The message behind its contract.
     *
     * @throws IllegalArgumentException for what is nothing that a mailbox decides on
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
            case ARCHIVE, FORGET, SHOWN, ENDED, LEFT, FORGOTTEN ->
                throw new IllegalArgumentException(message.getKind() + " tells a mailbox no fact");
            case DROP -> new Message.Drop(Identifier.parse(message.getVia()), message.getSeq());
        };
    }
}
