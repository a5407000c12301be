package io.crossdock.connect.loop;

/** Ways to build the loop wrongly that one could well have chosen. */
enum Flaw {
    NONE,
    /** An older version is written over a newer one. */
    FENCE_IS_OFF,
    /** Every attempt carries a key of its own. */
    KEYS_ARE_OFF,
    /** What may have been applied is written again without a look. */
    READ_BACK_IS_OFF,
    /** The target says applied, and applies later. */
    RECEIPT_COMES_BEFORE_APPLYING,
    /** Offsets are committed as far as messages were handed in. */
    OFFSETS_ARE_COMMITTED_BEFORE_RECEIPTS,
    /** A version that only the target's own feed shows raises nothing. */
    SHOWN_VERSIONS_RAISE_NOTHING,
    /** The next view goes out although the last one is not answered. */
    SEVERAL_ARE_IN_FLIGHT,
    /** What is in flight is not told to whoever speaks for the order next. */
    IN_FLIGHT_IS_FORGOTTEN_ON_HAND_OVER,
    /** What targets were told from elsewhere does not raise the version. */
    VERSIONS_OF_OTHERS_ARE_IGNORED,
    /** A fence that found a higher version raises nothing. */
    FOUND_VERSIONS_ARE_IGNORED,
    /** A row of the target's own feed confirms by its version, whatever it shows. */
    ECHO_WITHOUT_VALUES,
    /** A row counts as read now, however old it is. */
    STALE_ECHO_IS_BELIEVED,
    /** What was overwritten in the target is not put right. */
    DRIFT_IS_IGNORED,
    /** State is kept although its messages are lost with the transaction. */
    MESSAGES_ARE_SENT_OUTSIDE_THE_TRANSACTION,
    /** Messages leave although the state is lost with the transaction. */
    STATE_IS_KEPT_OUTSIDE_THE_TRANSACTION,
    /** An effect is named by whoever asks for it. */
    EFFECTS_ARE_NAMED_BY_THE_SENDER,
    /** An effect does not wait for the one before it. */
    EFFECTS_ARE_SENT_TOGETHER,
    /** What is refused is asked for again at once. */
    REFUSED_IS_SENT_AGAIN
}
