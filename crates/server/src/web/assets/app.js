// Comfort on top of pages that work without it: one small module, no framework.

const root = document.documentElement;
const on = (type, selector, act) =>
  document.addEventListener(type, (event) => {
    const found = event.target.closest?.(selector);
    if (found) act(found, event);
  });

// A message at the foot of the page; `text` is already in the reader's language.
function toast(text) {
  const box = document.createElement("div");
  box.className = "toast tone-success";
  box.setAttribute("role", "status");
  const line = box.appendChild(document.createElement("p"));
  document.querySelector(".toasts").append(box);
  line.textContent = text;
  leave(box);
}

// Takes a message away after 8 seconds, unless someone is at it.
function leave(box) {
  setTimeout(() => (box.matches(":hover, :focus-within") ? leave(box) : box.remove()), 8000);
}
document.querySelectorAll("[data-toast]").forEach(leave);
on("click", "[data-dismiss]", (button) => button.closest(".toast").remove());

// Show or hide a password.
on("click", "[data-reveal]", (button) => {
  const field = document.getElementById(button.dataset.reveal);
  const shown = field.type === "password";
  field.type = shown ? "text" : "password";
  button.setAttribute("aria-pressed", shown);
});
// It goes out as a password again, so that no browser keeps it among the typed texts.
addEventListener("submit", ({ target }) => {
  for (const button of target.querySelectorAll("[data-reveal][aria-pressed=true]")) button.click();
}, true);

// Copy to the clipboard.
on("click", "[data-copy]", async (button) => {
  const source = document.getElementById(button.dataset.copy);
  const text = source.value ?? source.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Plain HTTP has no clipboard interface; the older way still works there.
    if (source.select) source.select();
    else getSelection().selectAllChildren(source);
    if (!document.execCommand("copy")) return;
  }
  button.classList.add("done");
  setTimeout(() => button.classList.remove("done"), 2000);
  toast(button.dataset.copied);
});

// Theme: at once here, and kept by the server.
on("submit", "[data-themes]", (form, event) => {
  const chosen = event.submitter;
  if (!chosen) return;
  event.preventDefault();
  if (chosen.value === "system") delete root.dataset.theme;
  else root.dataset.theme = chosen.value;
  for (const button of document.querySelectorAll("[data-themes] button")) {
    button.setAttribute("aria-pressed", button.value === chosen.value);
  }
  fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, chosen)), redirect: "manual" });
});

// Ask in a dialog before a form goes out.
on("submit", "form[data-confirm]", (form, event) => {
  if (form.elements.confirmed) return;
  event.preventDefault();
  const submitter = event.submitter;
  const words = form.dataset;
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", "confirm-title");
  dialog.setAttribute("aria-describedby", "confirm-text");
  const add = (parent, name, text, fields) =>
    parent.appendChild(Object.assign(document.createElement(name), { textContent: text, ...fields }));
  const inside = add(dialog, "form", "", { method: "dialog" });
  add(inside, "h2", words.confirm, { id: "confirm-title" });
  add(inside, "p", words.confirmText, { id: "confirm-text" });
  const actions = add(inside, "div", "", { className: "actions" });
  add(actions, "button", words.confirmNo, { className: "button", value: "no", autofocus: true });
  add(actions, "button", words.confirmYes, { className: "button danger", value: "yes" });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (dialog.returnValue !== "yes") return submitter?.focus();
    const confirmed = add(form, "input", "", { type: "hidden", name: "confirmed", value: "yes" });
    form.requestSubmit(submitter);
    // Whoever comes back by the browser's history is asked again.
    confirmed.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
});

// Say how a new password stands while it is typed.
const checks = new WeakMap();
on("input", "[data-check]", (field) => {
  const before = checks.get(field);
  clearTimeout(before?.timer);
  before?.abort.abort();
  const abort = new AbortController();
  const timer = setTimeout(async () => {
    const sent = "checkForm" in field.dataset ? "input, select, textarea" : "input[type=hidden]";
    const body = new URLSearchParams({ password: field.value });
    for (const other of field.form.querySelectorAll(sent)) {
      if (other !== field && (other.type !== "checkbox" || other.checked)) body.append(other.name, other.value);
    }
    try {
      const answer = await fetch(field.dataset.check, { method: "POST", body, signal: abort.signal });
      // The server's own HTML, escaped there.
      if (answer.ok) document.getElementById(`${field.id}-check`).innerHTML = await answer.text();
    } catch {
      // No answer: the rules are checked again when the form is sent.
    }
  }, 250);
  checks.set(field, { timer, abort });
});

// A list that follows while someone types: the form's own answer, of which only the list is taken.
const lists = new WeakMap();
on("input", "[data-live] [data-search]", (field) => {
  const form = field.form;
  const id = field.closest("[data-live]").dataset.live;
  const before = lists.get(form);
  clearTimeout(before?.timer);
  before?.abort.abort();
  const abort = new AbortController();
  const timer = setTimeout(async () => {
    const asked = [...new FormData(form)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(asked).toString();
    const address = query ? `${form.action}?${query}` : form.action;
    try {
      const answer = await fetch(address, { signal: abort.signal });
      // Whoever is signed in no longer is told so.
      if (answer.redirected) return location.assign(answer.url);
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const [now, next] = [document.getElementById(id), page.getElementById(id)];
      if (now && next) now.replaceWith(next);
      // What else speaks of the same list: its export, its views.
      for (const part of document.querySelectorAll("[data-follows]")) {
        const other = page.getElementById(part.id);
        if (other) part.replaceWith(other);
      }
      const said = document.getElementById(`${id}-said`);
      if (said) said.textContent = next?.querySelector(".pager p, .empty .title")?.textContent ?? "";
      history.replaceState(null, "", address);
    } catch {
      // No answer: the button still searches.
    }
  }, 200);
  lists.set(form, { timer, abort });
});

// Ticked rows: all of a page at once, and how many they are, which is said aloud when it changes.
const rowBoxes = (all) => [...all.closest("table").querySelectorAll("tbody th input[type=checkbox]")];
function countTicked(said) {
  for (const all of document.querySelectorAll("[data-tick-all]")) {
    const boxes = rowBoxes(all);
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes.length;
    all.indeterminate = ticked > 0 && !all.checked;
    const form = boxes[0]?.form;
    const words = form?.querySelector("[data-ticked]");
    if (!words) continue;
    const whole = form.elements.whom;
    words.textContent = whole?.checked ? whole.labels[0].textContent : words.dataset.ticked.replace("#", ticked);
    const both = form.querySelector("[data-both]");
    if (both) both.hidden = !whole?.checked || !ticked;
    if (said) said.textContent = words.textContent;
  }
}
on("change", "[data-tick-all]", (all) => {
  for (const box of rowBoxes(all)) box.checked = all.checked;
});
addEventListener("change", ({ target }) => {
  if (target.type === "checkbox") countTicked(document.getElementById("list-said"));
});
addEventListener("pageshow", () => countTicked());

// Whom a field for a person may mean, while someone types.
const asked = new WeakMap();
on("input", "[data-suggest]", (field) => {
  clearTimeout(asked.get(field));
  asked.set(field, setTimeout(async () => {
    try {
      const answer = await fetch(`${field.dataset.suggest}?${new URLSearchParams({ part: field.value })}`);
      // The server's own HTML, escaped there.
      if (answer.ok && field.value.trim()) field.list.innerHTML = await answer.text();
    } catch {
      // No answer: the form says whom it may mean.
    }
  }, 200));
});

// Counters that stay right while the page is open: asked for again while someone can see them.
for (const part of document.querySelectorAll("[data-refresh]")) {
  let tag;
  let asked = Date.now();
  const refresh = async () => {
    if (document.hidden || Date.now() - asked < 29000) return;
    asked = Date.now();
    try {
      const headers = tag ? { "If-None-Match": tag } : {};
      const answer = await fetch(part.dataset.refresh, { headers, redirect: "error" });
      if (answer.status !== 200) return;
      tag = answer.headers.get("etag");
      // The server's own HTML, escaped there.
      part.innerHTML = await answer.text();
    } catch {
      // No answer: the next time.
    }
  };
  setInterval(refresh, 30000);
  addEventListener("visibilitychange", refresh);
}

// `/` goes to the search box; Escape and a press elsewhere close menus.
addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const menu = document.querySelector("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const search = document.querySelector("[data-search]");
  if (!search) return;
  event.preventDefault();
  search.focus();
  search.select();
});
addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// A refused form is the answer to a POST, which no browser keeps: whoever comes back to it by the browser's history gets
// the page of the form instead of an error.
if (document.querySelector("form[method=post] > .summary") && document.referrer.startsWith(`${location.origin}/`)) {
  history.replaceState(null, "", document.referrer);
}
// So is a question about many at once; it says where the way back leads.
const wayBack = document.querySelector("[data-back]");
if (wayBack) history.replaceState(null, "", wayBack.dataset.back);

// Keep the current tab in view in rows that scroll.
for (const link of document.querySelectorAll(".side [aria-current], .sections [aria-current], .tabs [aria-current]")) {
  const row = link.closest("ul");
  const [box, view] = [link.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += box.x + box.width / 2 - view.x - view.width / 2;
}

// What the code in a video says: read by the server, from a small still of it.
async function readStill(video, box) {
  const scale = Math.min(1, 1024 / Math.max(video.videoWidth, video.videoHeight, 1));
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth * scale;
  canvas.height = video.videoHeight * scale;
  canvas.getContext("2d").drawImage(video, 0, 0, canvas.width, canvas.height);
  const still = await new Promise((take) => canvas.toBlob(take, "image/jpeg", 0.8));
  // No picture yet.
  if (!still) return "";
  const body = new FormData();
  body.append("csrf", box.closest("form").elements.csrf.value);
  body.append("file", still, "still.jpg");
  const answer = await fetch(box.dataset.scanAt, { method: "POST", body, redirect: "error" });
  // Too often, or too busy: a later still is read.
  if (!answer.ok && answer.status !== 429 && answer.status !== 503) throw new Error(answer.status);
  return answer.status === 200 ? await answer.text() : "";
}

// Scan a QR code into a field: the browser reads it where it can, else the server. A second press stops it.
for (const box of document.querySelectorAll("[data-scan]")) {
  if (!navigator.mediaDevices) continue;
  box.hidden = false;
  const [start, video] = [box.querySelector("[data-scan-start]"), box.querySelector("video")];
  start.addEventListener("click", async () => {
    if (!video.hidden) return void (video.hidden = true);
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      const formats = (await window.BarcodeDetector?.getSupportedFormats()) ?? [];
      const detector = formats.includes("qr_code") && new BarcodeDetector({ formats: ["qr_code"] });
      video.srcObject = stream;
      video.hidden = false;
      await video.play();
      const end = Date.now() + 120000;
      while (!video.hidden && Date.now() < end) {
        const text = detector ? (await detector.detect(video))[0]?.rawValue : await readStill(video, box);
        if (text && !video.hidden) {
          document.getElementById(box.dataset.scan).value = text;
          break;
        }
        await new Promise((go) => setTimeout(go, detector ? 150 : 500));
      }
    } catch {
      toast(box.dataset.scanFailed);
    }
    video.hidden = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
  });
}
