package io.crossdock.watch;

import io.crossdock.order.severity.Stake;
import io.crossdock.order.status.OrderStatus;
import io.crossdock.reference.Customer;
import io.crossdock.reference.Customers;
import io.crossdock.reference.ReferenceStore;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** What is at stake with orders, as far as one task knows their customers (R173). */
public final class Stakes {

    private final @Nullable Customers customers;

    /** Asks the customers that {@code sources} tell of; none if it is empty. */
    public Stakes(ProcessorContext<?, ?> context, List<String> sources) {
        this.customers = sources.isEmpty()
                ? null
                : new Customers(context.getStateStore(ReferenceStore.name(Customer.ENTITY)), sources);
    }

    /** What is at stake with an order. */
    public Stake of(OrderStatus status) {
        return Stake.of(status, tier(status.customer()));
    }

    private @Nullable String tier(@Nullable String customer) {
        return customers == null || customer == null
                ? null
                : customers.tier(customer).map(Enum::name).orElse(null);
    }
}
