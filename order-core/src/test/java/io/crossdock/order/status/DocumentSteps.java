package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.Document;
import io.crossdock.order.fact.Statement.Line;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps of the documents that belong to an order besides its shipments, as the ERP and the CRM keep them. */
interface DocumentSteps {

    OrderStory put(Identifier home, String entity, String primaryKey, List<Link> links, Statement says);

    Identifier erp();

    default OrderStory erpDelivery(String id, String line, String quantity) {
        return erpDocument("delivery", DocumentType.DELIVERY, id, DocumentState.POSTED, line, quantity);
    }

    default OrderStory invoice(String id, DocumentState state, String line, String quantity) {
        return erpDocument("invoice", DocumentType.INVOICE, id, state, line, quantity);
    }

    default OrderStory creditMemo(String id, DocumentState state, String line, String quantity) {
        return erpDocument("credit-memo", DocumentType.CREDIT_MEMO, id, state, line, quantity);
    }

    default OrderStory returned(String id, DocumentState state, String line, String quantity) {
        return erpDocument("return", DocumentType.RETURN, id, state, line, quantity);
    }

    default OrderStory asksToCancelBy(String id, DocumentState state, String line, @Nullable String quantity) {
        return erpDocument("cancel-request", DocumentType.CANCEL_REQUEST, id, state, line, quantity);
    }

    /** A request to cancel every line. */
    default OrderStory asksToCancelAllBy(String id) {
        return header("cancel-request", DocumentType.CANCEL_REQUEST, id, DocumentState.OPEN, null, null, null)
                .line("cancel-request", id, ALine.aLine("*"));
    }

    default OrderStory held(String id, DocumentState state, @Nullable String reason) {
        return header("hold", DocumentType.HOLD, id, state, null, null, reason);
    }

    default OrderStory payment(String id, DocumentState state, String amount, String currency) {
        return header("payment", DocumentType.PAYMENT, id, state, amount, currency, null);
    }

    default OrderStory invoiceOver(String id, DocumentState state, String amount, String currency) {
        return header("invoice", DocumentType.INVOICE, id, state, amount, currency, null);
    }

    default OrderStory creditMemoOver(String id, String amount, String currency) {
        return header("credit-memo", DocumentType.CREDIT_MEMO, id, DocumentState.POSTED, amount, currency, null);
    }

    private OrderStory erpDocument(
            String type, DocumentType kind, String id, DocumentState state, String line, @Nullable String quantity) {
        return header(type, kind, id, state, null, null, null)
                .line(
                        type,
                        id,
                        ALine.aLine("1").in(null).naming(erp(), line + "0").holding(quantity));
    }

    /** The header of a document of the sales order. */
    default OrderStory header(
            String type,
            DocumentType kind,
            String id,
            DocumentState state,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String reason) {
        Identifier home = document(type, id);
        return put(
                home,
                type.equals("delivery") ? "deliveries" : type + "s",
                id,
                List.of(ShipmentSteps.partOf(home, erp())),
                new Document(
                        kind,
                        state,
                        null,
                        null,
                        amount == null ? null : new BigDecimal(amount),
                        currency,
                        false,
                        reason));
    }

    /** A line of a document of the ERP. */
    default OrderStory line(String type, String id, ALine line) {
        Line said = line.said();
        return put(document(type, id), type + "-lines", id + "|" + said.line(), List.of(), said);
    }

    /** A document of the ERP that the story is about. */
    default Identifier document(String type, String id) {
        return Identifier.parse(erp().connection() + ":" + type + ":" + id);
    }
}
