package io.crossdock.local.prove.loop.scene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.activity.HandOver.Way;
import io.crossdock.local.activity.PhoneOrder;
import io.crossdock.local.activity.Telephone;
import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.loop.Calm;
import io.crossdock.local.prove.loop.Mail;
import io.crossdock.local.prove.loop.Shown;
import io.crossdock.local.prove.loop.Sinks;
import io.crossdock.local.prove.loop.scene.CrmOrders.Copy;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders that the ERP captured come into the CRM, which is read anew twice meanwhile and told again once: each is one order. */
final class Copies implements Scene {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "crm-source";
    private static final int CUSTOMERS = 40;
    private static final int A_MINUTE = 240;
    private static final int SAMPLE = 50;
    private static final int SHOWN = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final int orders;

    Copies(int orders) {
        this.orders = orders;
    }

    @Override
    public void play(Stage stage) {
        try (Mail mail = new Mail(stage.sinks().targets());
                Published published = new Published();
                FirstReads feed = new FirstReads();
                CrmOrders crm = new CrmOrders(stage.secrets());
                Telephone people = new Telephone(stage.systems(), Way.BY_HAND, PATIENCE)) {
            stage.sinks().rememberBegin();
            stage.progress().step("copies", orders + " orders by telephone, " + A_MINUTE + " a minute");
            Taking taking = new Taking(
                    orders,
                    Duration.ofMinutes(1).dividedBy(A_MINUTE),
                    number -> people.take("C-" + (100 + number % CUSTOMERS)));
            taking.await(orders / 3);
            stage.verdict().add(readAnew(stage, feed, crm, "first"));
            taking.await(orders / 2);
            tellAgain(stage);
            taking.await(orders * 2 / 3);
            stage.verdict().add(readAnew(stage, feed, crm, "second"));
            List<PhoneOrder> taken = taking.join();
            new Calm(mail, stage.progress()).await("waiting until the CRM has been told everything", patience());
            judge(stage, taken, crm, published, mail);
        }
    }

    private Duration patience() {
        return PATIENCE.plusMillis(100L * orders);
    }

    /** Lets the CRM's feed begin anew, and waits until it has brought all the copies that were there. */
    private Check readAnew(Stage stage, FirstReads feed, CrmOrders crm, String which) {
        Patience.until(PATIENCE, () -> !crm.copies().isEmpty());
        Set<String> there = new HashSet<>(crm.copies().stream().map(Copy::id).toList());
        feed.beginAnew();
        stage.progress().step("anew", SOURCE + " forgets how far it was; the CRM has " + there.size() + " copies");
        stage.connectors().beginAnew(SOURCE);
        boolean all = Patience.until(patience(), () -> feed.read().containsAll(there));
        there.retainAll(feed.read());
        return new Check(
                "the CRM was read anew, the " + which + " time",
                all && !there.isEmpty(),
                there.size() + " copies came as at the first time");
    }

    private void tellAgain(Stage stage) {
        long again = stage.sinks().rewind(Sinks.CRM, Integer.MAX_VALUE);
        stage.progress().step("again", Sinks.CRM + " delivers up to " + again + " messages once more");
    }

    private static void judge(Stage stage, List<PhoneOrder> taken, CrmOrders crm, Published published, Mail mail) {
        Map<String, String> numbers = new HashMap<>();
        taken.forEach(order -> numbers.put(order.salesOrder(), order.purchaseOrder()));
        List<Copy> copies = crm.copies();
        stage.verdict().addAll(new SameOrders(numbers, copies, published.read()).checks());
        stage.verdict().add(sample(numbers, copies));
        long again = mail.read().toldAgain();
        stage.verdict().check("messages were delivered again", again > 0, again + " receipts more than messages");
        stage.verdict().addAll(mail.read().checks());
    }

    /** Asks the application for some of them by either name. */
    private static Check sample(Map<String, String> numbers, List<Copy> copies) {
        List<String> wrong = new ArrayList<>();
        List<Copy> some = copies.stream()
                .filter(copy -> numbers.containsKey(copy.salesOrder()))
                .limit(SAMPLE)
                .toList();
        for (Copy copy : some) {
            String byCrm = orderId("crm:order:" + copy.id());
            String byErp = orderId("erp:sales-order:" + copy.salesOrder());
            if (!byCrm.equals(byErp)) {
                wrong.add(copy.salesOrder() + " is " + byErp + ", its copy " + byCrm);
            }
        }
        return new Check(
                "either name finds the same order",
                wrong.isEmpty() && !some.isEmpty(),
                some.size() + " asked for, " + wrong.size() + " not" + Shown.of(wrong, SHOWN));
    }

    private static String orderId(String name) {
        Answer answer = Http.get(Port.APP.url() + "/api/v1/orders/" + name, Map.of());
        try {
            return answer.isOk()
                    ? JSON.readTree(answer.body()).path("orderId").asText()
                    : name + ": " + answer.status();
        } catch (JsonProcessingException e) {
            throw new StackFailure("The application answered no JSON for " + name + ".", e);
        }
    }
}
