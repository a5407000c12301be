package io.crossdock.codec;

import io.crossdock.contract.OrderVersion;
import io.crossdock.order.status.MilestoneStamp;
import io.crossdock.order.status.OrderStatus;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * The contracts of one order's status, again and again: a part that is the very object of the last time keeps the contract
 * it had. Both are immutable, so that nobody can tell but by the time it takes.
 */
public final class StatusContracts {

    private IdentityHashMap<Object, Object> parts = new IdentityHashMap<>();
    private IdentityHashMap<Object, Object> stamps = new IdentityHashMap<>();

    /** The contract of a status; {@code orderId} is the name it is published under. */
    public io.crossdock.contract.OrderStatus status(
            OrderStatus status, String orderId, OrderVersion version, String contentHash) {
        IdentityHashMap<Object, Object> now = new IdentityHashMap<>(parts.size());
        io.crossdock.contract.OrderStatus contract = StatusCodec.toAvro(
                status,
                orderId,
                version,
                contentHash,
                each(status.lines(), StatusCodec::line, parts, now),
                each(status.shipments(), StatusCodec::shipment, parts, now),
                each(status.milestones(), StatusCodec::milestone, parts, now));
        parts = now;
        return contract;
    }

    /** The contracts of milestones with the facts behind them. */
    public List<io.crossdock.contract.MilestoneStamp> stamps(List<MilestoneStamp> milestones) {
        IdentityHashMap<Object, Object> now = new IdentityHashMap<>(stamps.size());
        List<io.crossdock.contract.MilestoneStamp> contracts = each(milestones, StatusCodec::toAvro, stamps, now);
        stamps = now;
        return contracts;
    }

    @SuppressWarnings("unchecked") // What a part became stands under the part itself, and each is made in one way only.
    private static <P, C> List<C> each(
            List<P> parts,
            Function<P, C> codec,
            IdentityHashMap<Object, Object> before,
            IdentityHashMap<Object, Object> now) {
        List<C> contracts = new ArrayList<>(parts.size());
        for (P part : parts) {
            Object known = before.get(part);
            C contract = known == null ? codec.apply(part) : (C) known;
            now.put(part, contract);
            contracts.add(contract);
        }
        return contracts;
    }
}
