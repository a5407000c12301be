// The last confirmed milestones, each with the parts of its way.

import { el } from "./dom.js";
import { HOPS, stateColor } from "./colors.js";
import { plain, short, span, subject } from "./words.js";

const SHOWN = 9;

/** Lists the newest samples first; fresh ones are marked until the next call. */
export function showMoves(list, samples, fresh) {
  if (fresh.size === 0 && list.childElementCount > 0) return;
  const newest = samples.slice(-SHOWN).reverse();
  const longest = Math.max(...newest.map((sample) => sample.totalMs), 1);
  list.replaceChildren(...newest.map((sample) => move(sample, longest, fresh.has(sample))));
  if (newest.length === 0) {
    list.append(el("li", { class: "empty" }, "Nothing confirmed since the application started."));
  }
}

function move(sample, longest, isFresh) {
  return el("li", { class: isFresh ? "fresh" : null },
    el("a", { class: "what", href: `#/order/${encodeURIComponent(sample.orderId)}`, title: sample.orderId },
      el("span", { class: "dot", color: stateColor(sample.state) }),
      el("strong", {}, plain(sample.state)), ` ${subject(sample.subject)} `,
      el("span", { class: "whose" }, short(sample.orderId))),
    el("span", { class: "took" }, span(sample.totalMs)),
    el("span", { class: "bar", "aria-hidden": "true" }, HOPS.map((hop) =>
      el("span", { color: hop.color, "width%": (100 * Math.max(0, sample[`${hop.name}Ms`])) / longest }))));
}
