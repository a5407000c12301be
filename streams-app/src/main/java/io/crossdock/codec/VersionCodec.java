package io.crossdock.codec;

import io.crossdock.contract.OrderVersion;

/** A version of an order, between the rules and its contract. */
public final class VersionCodec {

    private VersionCodec() {}

    /** The contract of a version. */
    public static OrderVersion toAvro(io.crossdock.order.fact.OrderVersion version) {
        return new OrderVersion(version.epoch(), version.seq());
    }

    /** The version behind its contract. */
    public static io.crossdock.order.fact.OrderVersion fromAvro(OrderVersion version) {
        return new io.crossdock.order.fact.OrderVersion(version.getEpoch(), version.getSeq());
    }
}
