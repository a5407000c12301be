// The two drawings of lag: every milestone over time, and the parts of the way of each state.

import { byId, el } from "./dom.js";
import { HOPS, stateColor, theme } from "./colors.js";
import { STATES, byLife, plain, span } from "./words.js";

const WINDOW_S = 300;
const still = { animation: false, responsive: true, maintainAspectRatio: false };

function ticks(more = {}) {
  return { color: theme("muted"), font: { size: 11 }, ...more };
}

/** One dot per confirmed milestone: when it was confirmed, and how long it took. */
export class LagChart {
  constructor(canvas, legend) {
    this.canvas = canvas;
    this.legend = legend;
    this.hidden = new Set();
  }

  show(samples, now) {
    this.samples = samples;
    this.now = now;
    this.chart ??= this.make();
    const states = STATES.filter((state) => samples.some((sample) => sample.state === state));
    this.chart.data.datasets = states
      .filter((state) => !this.hidden.has(state))
      .map((state) => ({
        label: plain(state),
        data: samples.filter((sample) => sample.state === state)
          .map((sample) => ({ x: (Date.parse(sample.confirmedAt) - now) / 1000, y: Math.max(1, sample.totalMs), sample })),
        backgroundColor: `${stateColor(state)}cc`,
        pointRadius: 3,
        pointHoverRadius: 6,
        borderWidth: 0,
        clip: 6,
      }));
    this.chart.update();
    this.drawLegend(states);
  }

  /** Draws anew in the colors of another theme. */
  restyle() {
    this.chart?.destroy();
    this.chart = undefined;
    if (this.samples) this.show(this.samples, this.now);
  }

  make() {
    return new Chart(this.canvas, {
      type: "scatter",
      data: { datasets: [] },
      options: {
        ...still,
        scales: {
          x: { min: -WINDOW_S, max: 0, grid: { display: false }, border: { color: theme("line") },
            ticks: ticks({ stepSize: 60, callback: (s) => (s === 0 ? "now" : `${s / 60} min`) }) },
          y: { type: "logarithmic", suggestedMin: 10, suggestedMax: 1000, grid: { color: theme("line") }, border: { display: false },
            ticks: ticks({ callback: (ms) => (Number.isInteger(Math.log10(ms)) ? span(ms) : null) }) },
        },
        plugins: {
          legend: { display: false },
          tooltip: { callbacks: { label: ({ raw }) => `${plain(raw.sample.state)} → ${raw.sample.target}: ${span(raw.sample.totalMs)}` } },
        },
      },
    });
  }

  drawLegend(states) {
    const layout = states.join() + [...this.hidden].join();
    if (layout === this.legendDrawn) return;
    this.legendDrawn = layout;
    const focused = this.legend.contains(document.activeElement) ? document.activeElement.dataset.state : null;
    this.legend.replaceChildren(...states.map((state) =>
      el("button", { type: "button", "data-state": state, "aria-pressed": String(!this.hidden.has(state)),
        onclick: () => this.toggle(state) },
        el("span", { class: "dot", color: stateColor(state) }), plain(state))));
    this.legend.querySelector(`[data-state="${focused}"]`)?.focus();
  }

  toggle(state) {
    if (!this.hidden.delete(state)) this.hidden.add(state);
    this.show(this.samples, this.now);
  }
}

/** A bar per state, made of the percentile of each hop. */
export class HopsChart {
  constructor(canvas, key) {
    this.canvas = canvas;
    this.share = "p50Ms";
    key.replaceChildren(...HOPS.map((hop) =>
      el("li", {}, el("span", { class: "dot square", color: hop.color }), el("strong", {}, hop.name), ` ${hop.text}`)));
    document.querySelectorAll("input[name=share]").forEach((choice) =>
      choice.addEventListener("change", () => {
        this.share = choice.value;
        if (this.states) this.show(this.states);
      }));
  }

  show(states) {
    this.states = states;
    this.chart ??= this.make();
    const sorted = [...states].sort(byLife);
    const targets = new Set(sorted.map((state) => state.target));
    this.chart.data.labels = sorted.map((state) =>
      (targets.size > 1 ? `${plain(state.state)} → ${state.target}` : plain(state.state)));
    this.chart.data.datasets = HOPS.map((hop) => ({
      label: hop.name,
      data: sorted.map((state) => Math.max(0, state.hops[hop.name][this.share])),
      backgroundColor: hop.color,
      maxBarThickness: 24,
      barPercentage: 0.72,
      categoryPercentage: 0.9,
    }));
    this.chart.update();
  }

  restyle() {
    this.chart?.destroy();
    this.chart = undefined;
    if (this.states) this.show(this.states);
  }

  make() {
    return new Chart(this.canvas, {
      type: "bar",
      data: { labels: [], datasets: [] },
      options: {
        ...still,
        indexAxis: "y",
        scales: {
          x: { stacked: true, grid: { color: theme("line") }, border: { display: false }, ticks: ticks({ callback: (ms) => span(ms), maxTicksLimit: 7 }) },
          y: { stacked: true, grid: { display: false }, border: { color: theme("line") }, ticks: ticks({ autoSkip: false }) },
        },
        plugins: {
          legend: { display: false },
          tooltip: { callbacks: { label: ({ dataset, parsed }) => `${dataset.label}: ${span(parsed.x)}` } },
        },
      },
    });
  }
}

/** The charts of the page. */
export function charts() {
  return [new LagChart(byId("lag-chart"), byId("legend")), new HopsChart(byId("hops-chart"), byId("hops-key"))];
}
