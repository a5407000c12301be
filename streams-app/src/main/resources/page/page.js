// The page: asks the application every two seconds, draws what it says, shows one order when the address names one.

import { byId } from "./dom.js";
import * as api from "./api.js";
import { charts } from "./charts.js";
import { onThemeChange } from "./colors.js";
import { Lanes } from "./lanes.js";
import { showMoves } from "./moves.js";
import { showOrder } from "./order.js";
import { Orders } from "./orders.js";
import { showFigures, showStates } from "./states.js";

const EVERY_MS = 2000;
const WINDOW_MS = 300_000;
const ORDERS_EVERY = 5;

const [lagChart, hopsChart] = charts();
const lanes = new Lanes(byId("lanes"));
const orders = new Orders();
const seen = new Map();
let polls = 0;

const keyOf = (sample) => [sample.orderId, sample.subject, sample.state, sample.target, sample.confirmedAt].join("|");

/** Keeps what the application forgets sooner than the chart does; answers what is new. */
function remember(recent, now) {
  const fresh = recent.filter((sample) => !seen.has(keyOf(sample)));
  fresh.forEach((sample) => seen.set(keyOf(sample), sample));
  for (const [key, sample] of seen) {
    if (now - Date.parse(sample.confirmedAt) > WINDOW_MS) seen.delete(key);
  }
  return fresh.filter((sample) => seen.has(keyOf(sample)));
}

async function overview() {
  const summary = await api.lag();
  const now = Date.now();
  const first = polls === 0;
  const fresh = remember(summary.recent, now);
  const samples = [...seen.values()].sort((a, b) => Date.parse(a.confirmedAt) - Date.parse(b.confirmedAt));
  showFigures(byId("figures"), summary, samples, now);
  lanes.show(samples.length > 0 ? samples : summary.recent);
  lanes.run(first ? fresh.slice(-12) : fresh, EVERY_MS);
  showMoves(byId("moves"), samples.length > 0 ? samples : summary.recent, new Set(first ? [] : fresh));
  lagChart.show(samples, now);
  hopsChart.show(summary.states);
  showStates(byId("states"), summary);
  if (polls % ORDERS_EVERY === 0) await orders.refresh();
  polls += 1;
}

/** The id in the address, `#/order/<id>`; null on the overview. */
function orderInAddress() {
  const found = /^#\/order\/(.+)$/.exec(location.hash);
  try {
    return found ? decodeURIComponent(found[1]) : null;
  } catch {
    return found[1];
  }
}

async function draw() {
  const id = orderInAddress();
  byId("order").hidden = id === null;
  byId("overview").hidden = id !== null;
  if (id === null) {
    await overview();
  } else {
    await showOrder(byId("order"), id, () => orderInAddress() === id);
  }
}

async function tick() {
  if (!document.hidden) {
    try {
      await draw();
      pulse("live", `live, ${new Date().toLocaleTimeString("en-GB")}`);
    } catch (failed) {
      pulse("lost", failed.message);
    }
  }
  setTimeout(tick, EVERY_MS);
}

function pulse(mood, text) {
  byId("pulse-dot").className = `dot ${mood}`;
  byId("pulse").textContent = text;
}

byId("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const id = byId("id").value.trim();
  if (id) location.hash = `#/order/${encodeURIComponent(id)}`;
});

addEventListener("hashchange", async () => {
  await draw().catch((failed) => pulse("lost", failed.message));
  scrollTo(0, 0);
  if (orderInAddress()) byId("order").focus();
});

onThemeChange(() => {
  lagChart.restyle();
  hopsChart.restyle();
});

tick();
