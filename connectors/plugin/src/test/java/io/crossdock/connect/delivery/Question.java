package io.crossdock.connect.delivery;

import io.crossdock.contract.Receipt;

/** What a delivery waits for: the moments at which the world may come in between. */
public sealed interface Question {

    /** It is about to ask the target what it holds; answered with a {@link Finding}. */
    record Look(Message message) implements Question {}

    /** It is about to write; answered with an {@link Attempt}. */
    record Write(Message message) implements Question {}

    /** It is about to send its receipt; answered with anything, once the broker has it. */
    record Report(Receipt receipt) implements Question {}
}
