// The figures at the top and the table of every state: the same summary in words and numbers.

import { el } from "./dom.js";
import { stateColor } from "./colors.js";
import { byLife, count, plain, span } from "./words.js";

const MINUTE = 60_000;

/** Four figures: how much moves, how fast, how slow at worst, what is still open. */
export function showFigures(list, summary, samples, now) {
  const lately = samples.filter((sample) => now - Date.parse(sample.confirmedAt) < MINUTE);
  const totals = samples.map((sample) => sample.totalMs).sort((a, b) => a - b);
  const open = summary.open.reduce((sum, state) => sum + state.count, 0);
  const oldest = Math.max(...summary.open.map((state) => state.oldestMs), 0);
  list.replaceChildren(
    figure("Confirmed in the last minute", count(lately.length), "milestones that reached a target"),
    figure("Lag, p50", span(percentile(totals, 0.5)), "of the milestones drawn below"),
    figure("Lag, p99", span(percentile(totals, 0.99)), "of the milestones drawn below"),
    figure("Open", count(open), open === 0 ? "every target knows everything" : `not known yet, the oldest for ${span(oldest)}`,
      oldest > 5 * MINUTE ? "late" : null));
}

function figure(name, value, more, mood) {
  return el("div", { class: mood }, el("dt", {}, name), el("dd", { class: "value" }, value), el("dd", { class: "more" }, more));
}

function percentile(sorted, share) {
  return sorted.length === 0 ? null : sorted[Math.min(sorted.length, Math.ceil(share * sorted.length)) - 1];
}

/** A row per state and target, also for those of which nothing is confirmed yet. */
export function showStates(table, summary) {
  const rows = new Map(summary.states.map((state) => [`${state.state}|${state.target}`, { ...state }]));
  for (const open of summary.open) {
    const key = `${open.state}|${open.target}`;
    rows.set(key, { state: open.state, target: open.target, count: 0, ...rows.get(key), open });
  }
  const head = ["State", "Target", "Confirmed", "p50", "p99", "Worst", "Open", "Oldest open"];
  const body = [...rows.values()].sort(byLife).map((row) => {
    const total = row.hops?.total;
    return el("tr", {},
      el("th", { scope: "row" }, el("span", { class: "dot", color: stateColor(row.state) }), plain(row.state)),
      el("td", {}, row.target),
      ...[count(row.count), span(total?.p50Ms), span(total?.p99Ms), span(total?.maxMs),
        row.open ? count(row.open.count) : "0", row.open ? span(row.open.oldestMs) : "–"].map((text) => el("td", { class: "number" }, text)));
  });
  table.replaceChildren(
    el("thead", {}, el("tr", {}, head.map((name, column) => el("th", { scope: "col", class: column > 1 ? "number" : null }, name)))),
    el("tbody", {}, body.length > 0 ? body : el("tr", {}, el("td", { colspan: head.length, class: "empty" }, "No milestone has been confirmed yet."))));
}
