// How figures, times and names are written.

const NUMBER = new Intl.NumberFormat("en");
const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric" });

/** The milestones in the order of an ordinary life. */
export const STATES = [
  "captured", "accepted", "credit-approved", "backordered", "allocated", "fully-allocated", "released", "picked", "packed",
  "shipped", "fully-shipped", "delivered", "fully-delivered", "invoiced", "fully-invoiced", "paid", "notified", "cancelled",
  "returned",
];

/** What an order's status can be. */
export const STATUSES = [
  "OPEN", "BACKORDERED", "PARTIALLY_ALLOCATED", "ALLOCATED", "RELEASED", "PICKING", "PACKED", "PARTIALLY_SHIPPED", "SHIPPED",
  "PARTIALLY_DELIVERED", "DELIVERED", "CLOSED_SHORT", "CANCELLED",
];

/** Compares two states of the lag summary by an order's life, then by target. */
export function byLife(one, other) {
  return STATES.indexOf(one.state) - STATES.indexOf(other.state) || one.target.localeCompare(other.target);
}

export const count = (value) => NUMBER.format(value);

/** A length of time in milliseconds, with the unit a reader would choose. */
export function span(ms) {
  if (ms === null || ms === undefined) return "–";
  const size = Math.abs(ms);
  if (size < 1000) return `${Math.round(ms)} ms`;
  if (size < 10_000) return `${(ms / 1000).toFixed(2)} s`;
  if (size < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  if (size < 3_600_000) return `${(ms / 60_000).toFixed(1)} min`;
  if (size < 172_800_000) return `${(ms / 3_600_000).toFixed(1)} h`;
  return `${(ms / 86_400_000).toFixed(1)} d`;
}

/** `PARTIALLY_SHIPPED` and `fully-shipped` as words. */
export const plain = (name) => String(name ?? "").replaceAll(/[_-]/g, " ").toLowerCase();

/** `order`, `line 3`, `shipment S-77`. */
export function subject(name) {
  const parts = name.split(":");
  return parts.length >= 3 ? `${plain(parts[1])} ${parts.slice(2).join(":")}` : parts.join(" ");
}

/** The first letters of an order's name: enough to tell two apart. */
export const short = (orderId) => (orderId.length > 14 ? `${orderId.slice(0, 12)}…` : orderId);

/** Time of day in the reader's zone, to the millisecond. */
export function clock(at) {
  const time = new Date(at);
  return `${CLOCK.format(time)}.${String(time.getMilliseconds()).padStart(3, "0")}`;
}

export const day = (at) => DAY.format(new Date(at));

/** A quantity without the zeros that a decimal string may end in. */
export const quantity = (text) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
