// Tries a call of the API from its page: with the reader's own session, or with a token that is typed in and kept
// nowhere. What changes something is asked about first, by the dialog of app.js.

const SHOWN_MAX = 100_000;
const form = document.querySelector("[data-try]");
const box = document.querySelector("[data-tried]");

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2).slice(0, SHOWN_MAX);
  } catch {
    return text.slice(0, SHOWN_MAX);
  }
}

function show(status, text) {
  box.hidden = false;
  box.querySelector("[data-status]").textContent = status;
  box.querySelector("[data-answer]").textContent = text;
  box.querySelector("pre").hidden = text === "";
  box.scrollIntoView({ block: "nearest" });
}

form?.addEventListener("submit", async (event) => {
  if (form.dataset.confirm && !form.elements.confirmed) return;
  event.preventDefault();
  const { method, media, failed } = form.dataset;
  let path = form.dataset.try;
  const query = new URLSearchParams();
  const typed = new FormData(form);
  for (const [name, value] of typed) {
    const [kind, key] = name.split(/\.(.*)/);
    if (kind === "path") path = path.replace(`{${key}}`, encodeURIComponent(value));
    if (kind === "query" && value !== "") query.append(key, value);
  }
  const headers = {};
  const token = typed.get("token").trim();
  if (token) headers.Authorization = `Bearer ${token}`;
  const body = typed.get("body") || undefined;
  if (body) headers["Content-Type"] = media;
  // Says that no link led here, for the few calls that change something as a GET.
  if (!token) headers["X-XSRF-TOKEN"] = "api-reader";
  const began = performance.now();
  try {
    const answer = await fetch(query.size ? `${path}?${query}` : path, {
      method, headers, body, cache: "no-store", redirect: "error", credentials: token ? "omit" : "same-origin",
    });
    const text = await answer.text();
    show(`${answer.status} ${answer.statusText} · ${Math.round(performance.now() - began)} ms`, pretty(text));
  } catch {
    show(failed, "");
  }
});
