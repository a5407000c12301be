package io.crossdock.codec;

import io.crossdock.contract.ReceiptFact;
import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a fact says, between {@link Statement} and its Avro union. */
final class StatementCodec {

    /** Outcome of what is no answer: a target's own row that is what it was told. */
    private static final String SHOWN = "SHOWN";

    private StatementCodec() {}

    static @Nullable Object toAvro(@Nullable Statement statement) {
        return switch (statement) {
            case null -> null;
            case Statement.OrderHeader header -> header(header);
            case Statement.Document document -> document(document);
            case Statement.Line line -> line(line);
            case Statement.Carton carton ->
                new io.crossdock.contract.Carton(
                        carton.number(), carton.sscc(), carton.carrier(), sorted(carton.tracking()));
            case Statement.Scan scan ->
                new io.crossdock.contract.Scan(scan.state().name(), scan.code(), scan.place());
            case Statement.Receipt receipt -> receipt(receipt);
            case Statement.FormerOrder former ->
                new io.crossdock.contract.FormerOrder(
                        former.orderId(),
                        former.version().epoch(),
                        former.version().seq(),
                        former.contentHash(),
                        former.by() == null ? null : former.by().toString(),
                        former.shown());
            case Statement.Shown shown -> shown(shown);
            case Statement.Alias alias -> new io.crossdock.contract.Alias();
        };
    }

    static @Nullable Statement fromAvro(@Nullable Object statement) {
        return switch (statement) {
            case null -> null;
            case io.crossdock.contract.OrderHeader header -> header(header);
            case io.crossdock.contract.Document document -> document(document);
            case io.crossdock.contract.Line line -> line(line);
            case io.crossdock.contract.Carton carton ->
                new Statement.Carton(
                        carton.getNumber(), carton.getSscc(), carton.getCarrier(), Set.copyOf(carton.getTracking()));
            case io.crossdock.contract.Scan scan ->
                new Statement.Scan(DocumentState.valueOf(scan.getState()), scan.getCode(), scan.getPlace());
            case ReceiptFact receipt -> receipt.getOutcome().equals(SHOWN) ? shown(receipt) : receipt(receipt);
            case io.crossdock.contract.FormerOrder former ->
                new Statement.FormerOrder(
                        former.getOrderId(),
                        new OrderVersion(former.getEpoch(), former.getSeq()),
                        former.getContentHash(),
                        former.getBy() == null ? null : Identifier.parse(former.getBy()),
                        former.getShown());
            case io.crossdock.contract.Alias alias -> new Statement.Alias();
            default -> throw new IllegalArgumentException("A fact cannot say " + statement.getClass());
        };
    }

    private static io.crossdock.contract.OrderHeader header(Statement.OrderHeader header) {
        return io.crossdock.contract.OrderHeader.newBuilder()
                .setState(header.state().name())
                .setCredit(header.credit() == null ? null : header.credit().name())
                .setCustomer(header.customer())
                .setCustomerPo(header.customerPo())
                .setCurrency(header.currency())
                .setPrepaid(header.prepaid())
                .setPriority(header.priority())
                .setRequestedDate(header.requestedDate())
                .setOurKey(header.ourKey())
                .setOurVersion(
                        header.mark() == null ? null : header.mark().version().toString())
                .setOurContent(header.mark() == null ? null : header.mark().contentHash())
                .setCompany(header.company())
                .build();
    }

    private static Statement header(io.crossdock.contract.OrderHeader header) {
        return new Statement.OrderHeader(
                Statement.OrderHeader.State.valueOf(header.getState()),
                header.getCredit() == null ? null : Statement.OrderHeader.Credit.valueOf(header.getCredit()),
                header.getCustomer(),
                header.getCustomerPo(),
                header.getCurrency(),
                header.getPrepaid(),
                header.getPriority(),
                header.getRequestedDate(),
                header.getOurKey(),
                mark(header),
                header.getCompany());
    }

    private static Statement.@Nullable Mark mark(io.crossdock.contract.OrderHeader header) {
        return header.getOurVersion() == null || header.getOurContent() == null
                ? null
                : new Statement.Mark(OrderVersion.parse(header.getOurVersion()), header.getOurContent());
    }

    private static io.crossdock.contract.Document document(Statement.Document document) {
        return io.crossdock.contract.Document.newBuilder()
                .setType(document.type().name())
                .setState(document.state().name())
                .setCarrier(document.carrier())
                .setLocation(document.location())
                .setAmount(text(document.amount()))
                .setCurrency(document.currency())
                .setFinal$(document.finished())
                .setReason(document.reason())
                .build();
    }

    private static Statement document(io.crossdock.contract.Document document) {
        return new Statement.Document(
                DocumentType.valueOf(document.getType()),
                DocumentState.valueOf(document.getState()),
                document.getCarrier(),
                document.getLocation(),
                number(document.getAmount()),
                document.getCurrency(),
                document.getFinal$(),
                document.getReason());
    }

    private static io.crossdock.contract.Line line(Statement.Line line) {
        Map<String, String> counters = new TreeMap<>();
        line.counters().forEach((quantity, value) -> counters.put(quantity.text(), value.toPlainString()));
        Map<String, String> factors = new TreeMap<>();
        line.factors().forEach((unit, factor) -> factors.put(unit, factor.toPlainString()));
        Statement.LineRef refersTo = line.refersTo();
        Statement.Relation relation = line.relation();
        return io.crossdock.contract.Line.newBuilder()
                .setLine(line.line())
                .setRefersToDocument(
                        refersTo == null ? null : refersTo.document().toString())
                .setRefersToLine(refersTo == null ? null : refersTo.line())
                .setSku(line.sku())
                .setUnit(line.unit())
                .setKind(line.kind().name())
                .setFulfilment(line.fulfilment().name())
                .setQuantity(text(line.quantity()))
                .setCounters(counters)
                .setClosed(line.closed())
                .setRelation(relation == null ? null : relation.role().name())
                .setRelationLine(relation == null ? null : relation.line())
                .setFactors(factors)
                .setLocation(line.location())
                .setCarton(line.carton())
                .setRemaining(line.remaining())
                .setPrice(text(line.price()))
                .build();
    }

    private static Statement line(io.crossdock.contract.Line line) {
        Map<Quantity, BigDecimal> counters = new EnumMap<>(Quantity.class);
        line.getCounters().forEach((name, value) -> counters.put(Quantity.of(name), new BigDecimal(value)));
        Map<String, BigDecimal> factors = new TreeMap<>();
        line.getFactors().forEach((unit, factor) -> factors.put(unit, new BigDecimal(factor)));
        String relation = line.getRelation();
        String relationLine = line.getRelationLine();
        String document = line.getRefersToDocument();
        String refersToLine = line.getRefersToLine();
        return new Statement.Line(
                line.getLine(),
                document == null || refersToLine == null
                        ? null
                        : new Statement.LineRef(Identifier.parse(document), refersToLine),
                relation == null || relationLine == null
                        ? null
                        : new Statement.Relation(Statement.Relation.Role.valueOf(relation), relationLine),
                line.getSku(),
                line.getUnit(),
                factors,
                Statement.Line.Kind.valueOf(line.getKind()),
                Statement.Line.Fulfilment.valueOf(line.getFulfilment()),
                line.getLocation(),
                line.getCarton(),
                number(line.getQuantity()),
                counters,
                line.getRemaining(),
                line.getClosed(),
                number(line.getPrice()));
    }

    private static ReceiptFact receipt(Statement.Receipt receipt) {
        return ReceiptFact.newBuilder()
                .setTarget(receipt.target())
                .setTargetKey(receipt.targetKey())
                .setEpoch(receipt.version().epoch())
                .setSeq(receipt.version().seq())
                .setContentHash(receipt.contentHash())
                .setOutcome(receipt.outcome().name())
                .setConfirmedAt(receipt.confirmedAt())
                .setDetail(receipt.detail())
                .setFoundVersion(
                        receipt.found() == null ? null : receipt.found().toString())
                .setEffect(receipt.effect())
                .setCalledAt(receipt.calledAt())
                .setAnsweredAt(receipt.answeredAt())
                .build();
    }

    private static Statement receipt(ReceiptFact receipt) {
        return new Statement.Receipt(
                receipt.getTarget(),
                receipt.getTargetKey(),
                new OrderVersion(receipt.getEpoch(), receipt.getSeq()),
                receipt.getContentHash(),
                Statement.Receipt.Outcome.valueOf(receipt.getOutcome()),
                receipt.getConfirmedAt(),
                receipt.getDetail(),
                receipt.getFoundVersion() == null ? null : OrderVersion.parse(receipt.getFoundVersion()),
                receipt.getEffect(),
                receipt.getCalledAt(),
                receipt.getAnsweredAt());
    }

    private static ReceiptFact shown(Statement.Shown shown) {
        return ReceiptFact.newBuilder()
                .setTarget("")
                .setTargetKey(shown.targetKey())
                .setEpoch(shown.mark().version().epoch())
                .setSeq(shown.mark().version().seq())
                .setContentHash(shown.mark().contentHash())
                .setOutcome(SHOWN)
                .setEffect(shown.effect())
                .build();
    }

    private static Statement shown(ReceiptFact row) {
        return new Statement.Shown(
                row.getTargetKey(),
                new Statement.Mark(new OrderVersion(row.getEpoch(), row.getSeq()), row.getContentHash()),
                row.getEffect());
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
