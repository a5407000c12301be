package io.crossdock.local.activity;

import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Plan.Portion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One order as people know it: its plan, the numbers each system gave it, and what they do at the CRM and the ERP. */
final class OrderFile {
    private final Staff staff;
    private final Plan plan;
    private final String purchaseOrder;
    private final String salesOrder;
    private final Map<Site, SiteWork> works = new LinkedHashMap<>();
    private String crmId = "";
    private boolean referred;
    private boolean servicesInvoiced;

    OrderFile(Staff staff, Plan plan) {
        this.staff = staff;
        this.plan = plan;
        this.purchaseOrder = staff.numbers().purchaseOrder();
        this.salesOrder = staff.numbers().salesOrder();
        plan.sites().forEach(site -> works.put(site, new SiteWork(staff, site, plan)));
    }

    Plan plan() {
        return plan;
    }

    String salesOrder() {
        return salesOrder;
    }

    List<SiteWork> works() {
        return List.copyOf(works.values());
    }

    SiteWork work(Site site) {
        return Objects.requireNonNull(works.get(site), "an order without lines there");
    }

    void capture() {
        crmId = staff.sales().capture(plan, purchaseOrder);
    }

    /** Types the order in at the ERP; without a reference while the CRM does not know it. */
    void enter() {
        referred = !crmId.isEmpty();
        staff.erp().enter(salesOrder, crmId, purchaseOrder, plan);
    }

    void accept() {
        staff.erp().accept(salesOrder);
    }

    boolean isWithoutReference() {
        return !referred;
    }

    /** Types in the CRM's id of an order that was entered without one. */
    void typeInReference() {
        staff.erp().refer(salesOrder, crmId, plan);
        referred = true;
    }

    void takeOver(SiteWork work) {
        work.takeOver(salesOrder, staff.handOver().order(work.site(), salesOrder, plan));
    }

    /** The customer writes down in the CRM what is not wanted any more. */
    void askToCancel() {
        for (Line line : cancelled()) {
            staff.sales().askToCancel(crmId, line.customerLine(), line.cancelled());
        }
    }

    void cancel() {
        staff.erp().cancel(salesOrder, plan.lines());
    }

    void cancel(SiteWork work) {
        List<Line> there =
                cancelled().stream().filter(line -> line.site() == work.site()).toList();
        if (!there.isEmpty()) {
            staff.handOver().cancelled(work.site(), salesOrder, there);
            work.cancel();
        }
    }

    List<Line> cancelled() {
        return plan.lines().stream()
                .filter(line -> line.cancelled().signum() > 0)
                .toList();
    }

    void postDelivery(Site site, String shipment, List<Portion> portions) {
        staff.handOver().confirmed(salesOrder, shipment, portions);
        staff.erp().postDelivery(salesOrder, staff.numbers().document("D"), site, shipment, portions);
    }

    /** Invoices a shipment, with the services on the first invoice. */
    void postInvoice(String shipment, List<Portion> portions) {
        staff.handOver().invoiceWanted(salesOrder, shipment, portions);
        List<Portion> all = new ArrayList<>(portions);
        if (!servicesInvoiced) {
            servicesInvoiced = true;
            plan.lines().stream()
                    .filter(line -> line.type().equals("SERVICE"))
                    .forEach(line -> all.add(new Portion(line, line.ordered())));
        }
        staff.erp().postInvoice(salesOrder, staff.numbers().document("I"), all);
    }

    void finish() {
        switch (plan.scenario()) {
            case SHORT_CLOSED -> works.values().forEach(SiteWork::closeShort);
            case SHIPPED_AT_ONCE,
                    SHIPPED_IN_PARTS,
                    LINE_CANCELLED,
                    BACKORDER_FILLED,
                    PHONED_IN,
                    CONSOLIDATED,
                    LATE_NUMBER -> {
                works.values().forEach(SiteWork::close);
                staff.erp().close(salesOrder);
            }
            case PARTLY_SHIPPED, BACKORDERED, CANCELLED, PACKED_ONLY, ALLOCATED_ONLY -> {
                // Nobody does anything more about it.
            }
        }
    }

    Ended ended() {
        return new Ended(plan.scenario(), crmId, salesOrder);
    }
}
