package io.crossdock.order.outbox;

/**
 * Something that a target shall do once: send a message to the customer, invoice a shipment, take an order over.
 *
 * @param key effect, subject and milestone, joined with {@code |}: the same for the same thing whatever becomes of the order, and
 *     never made of the order's name, so that it is done once even if the order is merged, split or named anew
 * @param name what is to be done, in kebab-case
 * @param contentHash hash of what the target would be sent
 */
public record Effect(String key, String name, String contentHash) {

    /**
     * An effect by its parts.
     *
     * @param name in kebab-case, for example {@code invoice-request}
     * @param subject identifier of what it is about, for example {@code wms-east:shipment:S-77}
     * @param milestone what has come about, for example {@code shipped}
     * @throws IllegalArgumentException if a part is empty or holds the separator, so that two effects would share a key
     */
    public static Effect of(String name, String subject, String milestone, String contentHash) {
        for (String part : new String[] {name, subject, milestone}) {
            if (part.isEmpty() || part.indexOf('|') >= 0) {
                throw new IllegalArgumentException(
                        "An effect is named by effect, subject and milestone without '|', not by '" + part + "'");
            }
        }
        return new Effect(name + "|" + subject + "|" + milestone, name, contentHash);
    }

    /** Identifier of what it is about. */
    public String subject() {
        return key.substring(name.length() + 1, key.lastIndexOf('|'));
    }

    /** What has come about. */
    public String milestone() {
        return key.substring(key.lastIndexOf('|') + 1);
    }
}
