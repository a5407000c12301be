package io.crossdock.observe;

import io.crossdock.contract.OrderSync;
import io.crossdock.contract.OrderVersion;
import java.time.Instant;

/** Stamps that a test says only the interesting fields of. */
public final class OrderSyncs {

    private OrderSyncs() {}

    /** Order ord_1 has shipped at wms-east, live, which the CRM does not know yet; all of it came about in one instant. */
    public static OrderSync.Builder shipped(Instant at) {
        return OrderSync.newBuilder()
                .setOrderId("ord_1")
                .setSubject("order")
                .setMilestone("shipped")
                .setTarget("crm")
                .setOutcome("PENDING")
                .setSource("wms-east")
                .setLive(true)
                .setVersion(new OrderVersion(1L, 1L))
                .setOccurredAt(at.toString())
                .setRecordedAt(at)
                .setLandedAt(at)
                .setProjectedAt(at);
    }
}
