// One order: what it is called everywhere, how far its goods are, and what happened when.

import { el } from "./dom.js";
import * as api from "./api.js";
import { positionColor, stateColor } from "./colors.js";
import { clock, day, plain, quantity, span, subject } from "./words.js";
import { knownAs } from "./orders.js";

let drawn = "";

/** Loads and draws an order into its section; a refusal is drawn too. What is the same stays, with focus and selection. */
export async function showOrder(section, id, isCurrent) {
  let answer;
  let draw;
  try {
    answer = await Promise.all([api.order(id), api.timeline(id), api.syncs(id)]);
    draw = () => whole(...answer);
  } catch (refused) {
    answer = refused.message;
    draw = () => sorry(id, refused);
  }
  const content = JSON.stringify([id, answer]);
  if (isCurrent() && content !== drawn) {
    drawn = content;
    section.replaceChildren(back(), ...draw());
  }
}

const back = () => el("a", { class: "back", href: "#/" }, "← All orders");

function sorry(id, refused) {
  const choices = (refused.candidates ?? []).map((candidate) =>
    el("li", {}, el("a", { href: `#/order/${encodeURIComponent(candidate)}` }, candidate)));
  return [el("h1", {}, id), el("p", { class: "sorry" }, refused.message), choices.length > 0 ? el("ul", { class: "choices" }, choices) : ""];
}

function whole(order, timeline, syncs) {
  return [
    el("div", { class: "title" }, el("h1", {}, knownAs(order)), el("span", { class: `status large ${order.status}` }, plain(order.status)),
      order.orphan ? el("p", { class: "sorry" }, "No order is known for this yet: it waits here, and is told to nobody.") : null,
      order.mergedInto ? el("p", { class: "sorry" }, "Merged into ", el("a", { href: `#/order/${order.mergedInto}` }, order.mergedInto)) : null,
      order.complete || order.orphan ? null : el("p", { class: "note" }, "Not everything about its lines is known yet.")),
    facts(order),
    el("div", { class: "columns" },
      el("div", {}, part("Lines", order.lines.map(line)), part("Shipments", order.shipments.map(shipment)), part("What the targets know", told(syncs))),
      part("What happened", [story(timeline)])),
  ];
}

const part = (title, children) =>
  el("section", { class: "part" }, el("h2", {}, title), children.length > 0 ? children : el("p", { class: "empty" }, "None."));

function facts(order) {
  const pairs = [
    ["Order", order.orderId ?? "–"],
    ["Customer", order.customer ?? "–"],
    ["Their number", order.customerPo ?? "–"],
    ["Version", order.orphan ? "–" : `${order.version.epoch}.${order.version.seq}`],
    ...Object.entries(order.axes).filter(([name]) => name !== "fulfilment").map(([name, value]) => [name, plain(value)]),
    ...(order.exceptions.length > 0 ? [["Exceptions", order.exceptions.map(plain).join(", ")]] : []),
  ];
  return el("div", {},
    el("dl", { class: "facts" }, pairs.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))),
    el("ul", { class: "names", "aria-label": "Its names" }, order.identifiers.map((identifier) => {
      const [connection, ...rest] = identifier.split(":");
      return el("li", {}, el("span", {}, connection), subject([connection, ...rest].join(":")));
    })));
}

function line(line) {
  const ordered = Number(line.quantities.ordered ?? 0);
  const held = Object.entries(line.positions).filter(([, value]) => Number(value) > 0);
  return el("div", { class: "line" },
    el("p", {}, el("strong", {}, `${line.line}  ${line.sku ?? plain(line.kind)}`),
      el("span", {}, line.known ? `${quantity(line.quantities.ordered ?? "0")} ${line.unit ?? ""}` : "quantity unknown")),
    el("span", { class: "bar tall", "aria-hidden": "true" }, held.map(([name, value]) =>
      el("span", { color: positionColor(name), "width%": ordered > 0 ? (100 * Number(value)) / ordered : 0 }))),
    el("p", { class: "more" }, held.map(([name, value]) =>
      el("span", {}, el("span", { class: "dot square", color: positionColor(name) }), `${quantity(value)} ${plain(name.replaceAll(/([A-Z])/g, " $1"))}`))));
}

function shipment(shipment) {
  return el("p", { class: "shipment" }, el("strong", {}, subject(shipment.id)), el("span", {}, plain(shipment.state)),
    el("span", { class: "more" }, [shipment.carrier, ...shipment.tracking].filter(Boolean).join(" ")));
}

function told(syncs) {
  if (syncs.length === 0) return [];
  const rows = [...syncs].sort((a, b) => Date.parse(a.projectedAt) - Date.parse(b.projectedAt)).map((sync) =>
    el("tr", {},
      el("th", { scope: "row" }, el("span", { class: "dot", color: stateColor(sync.milestone) }), `${plain(sync.milestone)} ${subject(sync.subject)}`),
      el("td", {}, sync.target), el("td", {}, plain(sync.outcome)),
      el("td", { class: "number" }, sync.confirmedAt ? span(Date.parse(sync.confirmedAt) - Date.parse(sync.occurredAt)) : "–")));
  return [el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "What the targets know" }, el("table", {},
    el("thead", {}, el("tr", {}, ["Milestone", "Target", "Outcome", "Lag"].map((name, column) => el("th", { scope: "col", class: column > 2 ? "number" : null }, name)))),
    el("tbody", {}, rows)))];
}

function story(entries) {
  let today = "";
  return el("ol", { class: "story" }, entries.flatMap((entry) => {
    const date = day(entry.at);
    const heading = date === today ? [] : [el("li", { class: "day" }, date)];
    today = date;
    const happened = entry.occurredAt && entry.what === "FACT" ? `${entry.source ?? ""}, ${clock(entry.occurredAt)}` : null;
    return [...heading, el("li", { class: `is-${entry.what.toLowerCase()}`, color: entry.milestone ? stateColor(entry.milestone) : null },
      el("time", { datetime: entry.at }, clock(entry.at)), el("span", { class: "text" }, words(entry)),
      happened ? el("span", { class: "more" }, happened) : null)];
  }));
}

/** A milestone or an answer in a few words; a change of status as the application says it. */
function words(entry) {
  if (entry.what === "STATUS") return plain(entry.text);
  if (entry.what === "SYNC") return `${entry.target} knows: ${plain(entry.milestone)} ${subject(entry.subject)}`;
  return `${plain(entry.milestone)} ${subject(entry.subject)}${entry.text.endsWith(" withdrawn") ? ", withdrawn" : ""}`;
}
