// Asks the application. An answer that is no success becomes an error that says what the application said.

/** Thrown with the application's own words, or ours if it does not answer. */
export class Refused extends Error {
  constructor(status, message, candidates = []) {
    super(message);
    this.status = status;
    this.candidates = candidates;
  }
}

async function get(path) {
  let answer;
  try {
    answer = await fetch(`/api/v1${path}`, { redirect: "manual", headers: { Accept: "application/json" } });
  } catch {
    throw new Refused(0, "The application does not answer. This page asks again by itself.");
  }
  const body = await answer.json().catch(() => ({}));
  if (answer.status === 300) {
    throw new Refused(300, "Several orders have this number.", body.candidates ?? []);
  }
  if (!answer.ok) {
    throw new Refused(answer.status, body.detail ?? `The application answered ${answer.status}.`);
  }
  return body;
}

export const lag = () => get("/lag");

export const order = (id) => get(`/orders/${encodeURIComponent(id)}`);

export const timeline = async (id) => (await get(`/orders/${encodeURIComponent(id)}/timeline`)).items;

export const syncs = async (id) => (await get(`/sync?order=${encodeURIComponent(id)}`)).items;

export function orders(status, cursor, limit) {
  const query = new URLSearchParams({ limit });
  if (status) query.set("status", status);
  if (cursor) query.set("cursor", cursor);
  return get(`/orders?${query}`);
}
