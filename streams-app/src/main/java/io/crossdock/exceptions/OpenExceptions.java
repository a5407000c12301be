package io.crossdock.exceptions;

import io.crossdock.contract.Money;
import io.crossdock.contract.OpenException;
import io.crossdock.contract.OrderException;
import io.crossdock.order.severity.Severity;
import io.crossdock.order.severity.Stake;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An open exception, from what is wrong to what is kept, and from there to what is published. */
final class OpenExceptions {

    private OpenExceptions() {}

    static OpenException of(Subject subject, Wrong wrong, Stake stake, Severity severity, Instant now) {
        return OpenException.newBuilder()
                .setOrderId(subject.orderId())
                .setSubject(subject.name())
                .setCustomer(stake.customer())
                .setTier(stake.tier())
                .setLocations(stake.locations())
                .setValues(texts(stake.values()))
                .setSeverity(severity.name())
                .setText(wrong.text())
                .setDueAt(wrong.dueAt())
                .setOpenedAt(now)
                .build();
    }

    /** The same, at stake what is at stake now. */
    static OpenException raised(OpenException open, Stake stake, Severity severity) {
        return OpenException.newBuilder(open)
                .setSeverity(severity.name())
                .setTier(stake.tier())
                .setLocations(stake.locations())
                .setValues(texts(stake.values()))
                .build();
    }

    static Severity severity(OpenException open) {
        return Severity.valueOf(open.getSeverity());
    }

    /** The public record; {@code resolvedAt} is null while it is open. */
    static OrderException contract(String key, Kind kind, OpenException open, @Nullable Instant resolvedAt) {
        String orderId = open.getOrderId();
        String name = open.getSubject() == null ? key : open.getSubject();
        return OrderException.newBuilder()
                .setExceptionId((orderId == null ? key : orderId) + "|" + kind.text())
                .setType(kind.type())
                .setState(state(open, resolvedAt))
                .setOrderId(orderId)
                .setSubject(orderId == null ? name : null)
                .setCustomer(open.getCustomer())
                .setTarget(kind.target())
                .setText(open.getText())
                .setOpenedAt(open.getOpenedAt())
                .setResolvedAt(resolvedAt)
                .setSeverity(open.getSeverity())
                .setTier(open.getTier())
                .setLocations(open.getLocations())
                .setValues(values(open))
                .setDueAt(open.getDueAt())
                .setAcknowledgedAt(open.getAcknowledgedAt())
                .setAcknowledgedBy(open.getAcknowledgedBy())
                .setNote(open.getNote())
                .build();
    }

    private static String state(OpenException open, @Nullable Instant resolvedAt) {
        if (resolvedAt != null) {
            return "RESOLVED";
        }
        return open.getAcknowledgedAt() == null ? "OPEN" : "ACKNOWLEDGED";
    }

    private static List<Money> values(OpenException open) {
        return new TreeMap<>(open.getValues())
                .entrySet().stream()
                        .map(value -> new Money(value.getValue(), value.getKey()))
                        .toList();
    }

    private static Map<String, String> texts(Map<String, BigDecimal> values) {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((currency, amount) -> texts.put(currency, amount.toPlainString()));
        return texts;
    }
}
