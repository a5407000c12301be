// One color per hop and per state, the same everywhere on the page.

const STATE = {
  captured: "#8391a0", accepted: "#6d7fd6", "credit-approved": "#8f74d2", backordered: "#c96a45", allocated: "#4f8bcb",
  "fully-allocated": "#3d6fb0", released: "#2d9db3", picked: "#1c9a80", packed: "#5f9f45", shipped: "#d08a1e",
  "fully-shipped": "#b3700f", delivered: "#3f8f3f", "fully-delivered": "#2f742f", invoiced: "#b45c9d",
  "fully-invoiced": "#96457f", paid: "#7a6a58", notified: "#607d8b", cancelled: "#c44a44", returned: "#a35a34",
};

const POSITION = {
  delivered: "#3f8f3f", inTransit: "#d08a1e", packed: "#5f9f45", picked: "#1c9a80", released: "#2d9db3", allocated: "#4f8bcb",
  backordered: "#c96a45", open: "#b9c0c8", cancelled: "#c44a44", shortClosed: "#96616a", lost: "#7d2f2b",
};

/** The parts of the way, in its order. */
export const HOPS = [
  { name: "source", color: "#94a2b2", text: "happened → committed at the source" },
  { name: "connect", color: "#4f86c6", text: "committed → landed in Kafka" },
  { name: "application", color: "#14897f", text: "landed → status projected" },
  { name: "sink", color: "#7a6ad0", text: "projected → target called" },
  { name: "target", color: "#d99a33", text: "called → confirmed by the target" },
];

export const stateColor = (state) => STATE[state] ?? "#8391a0";

export const positionColor = (position) => POSITION[position] ?? "#8391a0";

/** A color of the current theme by the name of its CSS property. */
export const theme = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Calls back when the reader's system changes between light and dark. */
export function onThemeChange(callback) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", callback);
}
