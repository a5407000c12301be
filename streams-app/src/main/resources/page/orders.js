// The list of orders, by status, a page at a time.

import { byId, el } from "./dom.js";
import * as api from "./api.js";
import { STATUSES, plain, subject } from "./words.js";

const PAGE = 15;

export class Orders {
  constructor() {
    this.table = byId("orders");
    this.more = byId("more");
    this.status = byId("status");
    this.status.append(el("option", { value: "" }, "any"), ...STATUSES.map((status) => el("option", { value: status }, plain(status))));
    this.status.addEventListener("change", () => this.load());
    this.more.addEventListener("click", () => this.load(this.cursor));
    this.table.append(
      el("thead", {}, el("tr", {}, ["Order", "Status", "Customer", "Shipments", "Exceptions"].map((name) => el("th", { scope: "col" }, name)))),
      this.body = el("tbody"));
  }

  /** Loads the first page, or adds the one after a cursor; what is shown stays if the application does not answer. */
  async load(cursor = null) {
    const page = await api.orders(this.status.value, cursor, PAGE).catch(() => null);
    if (!page) return;
    const rows = page.items.map(row);
    if (cursor) {
      this.body.append(...rows);
    } else {
      this.body.replaceChildren(...(rows.length > 0 ? rows : [el("tr", {}, el("td", { colspan: 5, class: "empty" }, "No such order."))]));
    }
    this.cursor = page.nextCursor;
    this.followed = cursor !== null;
    this.more.hidden = !page.nextCursor;
  }

  /** Loads the first page again, unless the reader has gone further. */
  async refresh() {
    if (!this.followed) await this.load();
  }
}

/** The number people know it by: the ERP's if it has one, else the root's. */
export function knownAs(order) {
  const sales = order.identifiers.find((identifier) => identifier.includes(":sales-order:"));
  return subject(sales ?? order.root ?? order.identifiers[0] ?? "order");
}

function row(order) {
  return el("tr", {},
    el("th", { scope: "row" }, el("a", { href: `#/order/${encodeURIComponent(order.orderId)}`, title: order.orderId }, knownAs(order))),
    el("td", {}, el("span", { class: `status ${order.status}` }, plain(order.status))),
    el("td", {}, order.customer ?? "–"),
    el("td", {}, order.shipments.map((shipment) => `${subject(shipment.id).replace("shipment ", "")} ${plain(shipment.state)}`).join(", ") || "–"),
    el("td", {}, order.exceptions.map(plain).join(", ") || "–"));
}
