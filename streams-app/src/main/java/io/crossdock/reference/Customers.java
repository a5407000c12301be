package io.crossdock.reference;

import io.crossdock.contract.ReferenceEntry;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The customers that this instance knows, all of them. In a processor:
 * {@code new Customers(context.getStateStore(ReferenceStore.name(Customer.ENTITY)), connections)}; a global store needs no connecting, and
 * is there if a system declares {@code reference.customers}. What it answers depends on the moment: for urgency and display, never for a status.
 */
public final class Customers {

    private final Rows<Customer> rows;

    /** Reads the global store {@code reference-customers}; {@code connections} are those asked for a bare code. */
    public Customers(ReadOnlyKeyValueStore<String, ReferenceEntry> store, List<String> connections) {
        this.rows = new Rows<>(store, connections, Customer.TYPE, Customer::read);
    }

    /** The customer with a code; empty if no connection knows it, or more than one does. */
    public Optional<Customer> of(String code) {
        return rows.find(code);
    }

    /** The customer with a code of one connection. */
    public Optional<Customer> of(String connection, String code) {
        return rows.find(connection, code);
    }

    /** How important the customer is; empty as {@link #of}: unknown is not STANDARD. */
    public Optional<Tier> tier(String code) {
        return of(code).map(Customer::tier);
    }
}
