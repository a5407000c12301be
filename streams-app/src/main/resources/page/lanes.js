// Lanes from the systems that speak, through Crossdock, to the systems that listen, and a dot for each milestone on its way.

import { svg } from "./dom.js";
import { stateColor } from "./colors.js";
import { count } from "./words.js";

const STATION = { width: 112, height: 46, gap: 26 };
const LEG_MS = 850;
const REST_MS = 160;
const MOST_DOTS = 60;

export class Lanes {
  constructor(host) {
    this.host = host;
    this.drawn = "";
    this.paths = new Map();
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.dots = 0;
    new ResizeObserver(() => this.redraw()).observe(host);
  }

  /** Shows the stations and how much each has said or learnt. */
  show(samples) {
    this.samples = samples;
    this.said = tally(samples, "source");
    this.learnt = tally(samples, "target");
    this.redraw();
  }

  redraw() {
    if (!this.said) return;
    const width = Math.round(this.host.clientWidth);
    const layout = JSON.stringify([width, [...this.said.keys()], [...this.learnt.keys()]]);
    if (width > 0 && layout !== this.drawn) {
      this.drawn = layout;
      this.draw(width);
    }
    for (const [name, number] of [...this.said].map(([n, c]) => [`from ${n}`, c]).concat([...this.learnt].map(([n, c]) => [`to ${n}`, c]))) {
      const text = this.figures.get(name);
      if (text) text.textContent = count(number);
    }
  }

  draw(width) {
    const rows = Math.max(this.said.size, this.learnt.size, 1);
    const height = Math.max(rows * (STATION.height + STATION.gap) + 30, 220);
    const middle = { x: width / 2, y: (height + 14) / 2 };
    const stationWidth = Math.min(STATION.width, width * 0.29);
    this.paths.clear();
    this.figures = new Map();
    this.lines = svg("g", { class: "lines" });
    this.moving = svg("g", { class: "moving-dots" });
    const stations = svg("g");
    const column = (names, x, side) =>
      names.forEach((name, row) => {
        const y = middle.y + (row - (names.length - 1) / 2) * (STATION.height + STATION.gap);
        stations.append(this.station(`${side} ${name}`, name, x, y, stationWidth));
        const inner = side === "from" ? x + stationWidth / 2 : x - stationWidth / 2;
        const dock = side === "from" ? middle.x - 44 : middle.x + 44;
        const [begin, end] = side === "from" ? [[inner, y], [dock, middle.y]] : [[dock, middle.y], [inner, y]];
        const half = (begin[0] + end[0]) / 2;
        const path = svg("path", { d: `M${begin} C${half},${begin[1]} ${half},${end[1]} ${end}` });
        this.lines.append(path);
        this.paths.set(`${side} ${name}`, path);
      });
    column([...this.said.keys()], stationWidth / 2 + 1, "from");
    column([...this.learnt.keys()], width - stationWidth / 2 - 1, "to");
    const dock = svg("g", { class: "dock" },
      svg("rect", { x: middle.x - 44, y: middle.y - 44, width: 88, height: 88, rx: 16 }),
      svg("text", { x: middle.x, y: middle.y + 5 }, "Crossdock"));
    const heads = svg("g", { class: "heads" },
      svg("text", { x: 2, y: 12 }, "says so"),
      svg("text", { x: width - 2, y: 12, class: "end" }, "knows it"));
    this.host.replaceChildren(svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img",
      "aria-label": "Systems that report milestones on the left, Crossdock in the middle, systems that were told on the right" },
      this.lines, this.moving, stations, dock, heads));
  }

  station(key, name, x, y, width) {
    const figure = svg("text", { x, y: y + 15, class: "figure" }, "");
    this.figures.set(key, figure);
    return svg("g", { class: "station" },
      svg("rect", { x: x - width / 2, y: y - STATION.height / 2, width, height: STATION.height, rx: 10 }),
      svg("text", { x, y: y - 2 }, name),
      figure);
  }

  /** Lets the milestones of a poll set out one after the other, spread over the time until the next poll. */
  run(fresh, withinMs) {
    if (this.calm.matches || document.hidden) return;
    const shown = fresh.slice(-MOST_DOTS);
    shown.forEach((sample, number) => setTimeout(() => this.dot(sample), (withinMs * number) / shown.length));
  }

  dot(sample) {
    const legs = [this.paths.get(`from ${sample.source}`), this.paths.get(`to ${sample.target}`)];
    if (legs.includes(undefined) || this.dots >= MOST_DOTS) return;
    const circle = svg("circle", { r: 4.5, fill: stateColor(sample.state) });
    this.moving.append(circle);
    this.dots += 1;
    const lengths = legs.map((path) => path.getTotalLength());
    const begin = performance.now();
    const step = (now) => {
      const passed = now - begin;
      const first = passed < LEG_MS + REST_MS;
      const share = Math.min(1, (first ? passed : passed - LEG_MS - REST_MS) / LEG_MS);
      const eased = share * share * (3 - 2 * share);
      const leg = first ? 0 : 1;
      const at = legs[leg].getPointAtLength(eased * lengths[leg]);
      circle.setAttribute("cx", at.x);
      circle.setAttribute("cy", at.y);
      if (passed < 2 * LEG_MS + REST_MS) {
        requestAnimationFrame(step);
      } else {
        circle.remove();
        this.dots -= 1;
      }
    };
    requestAnimationFrame(step);
  }
}

function tally(samples, side) {
  const counts = new Map([...new Set(samples.map((sample) => sample[side]))].sort().map((name) => [name, 0]));
  samples.forEach((sample) => counts.set(sample[side], counts.get(sample[side]) + 1));
  return counts;
}
