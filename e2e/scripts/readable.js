// Runs in an open page; returns a list of what is wrong with it for people who do not see or point.
const wrong = [];
const all = (selector) => [...document.querySelectorAll(selector)];
const shown = (element) => element.checkVisibility();
const where = (element) => element.outerHTML.slice(0, 120);
const root = document.documentElement;

if (!root.lang) wrong.push("the page has no language");
if (!root.dir) wrong.push("the page has no direction");
if (!document.title.trim()) wrong.push("the page has no title");
for (const name of ["h1", "main"]) {
  const count = all(name).filter(shown).length;
  if (count !== 1) wrong.push(`the page has ${count} times <${name}>`);
}
const first = all("a[href], button, input:not([type=hidden]), select, textarea, summary")[0];
if (first?.getAttribute("href") !== "#main") wrong.push("the first stop does not skip to the content");

const ids = all("[id]").map((element) => element.id);
for (const id of new Set(ids)) {
  if (ids.filter((other) => other === id).length > 1) wrong.push(`the id ${id} stands there twice`);
}
for (const name of ["for", "aria-describedby", "aria-labelledby"]) {
  for (const element of all(`[${name}]`)) {
    for (const id of element.getAttribute(name).split(/\s+/)) {
      if (!document.getElementById(id)) wrong.push(`${name}=${id} leads nowhere: ${where(element)}`);
    }
  }
}

const named = (element) =>
  element.getAttribute("aria-label")?.trim() || element.hasAttribute("aria-labelledby") || element.title?.trim() ||
  [...(element.labels ?? [])].some((label) => label.textContent.trim());
for (const element of all("input:not([type=hidden]), select, textarea")) {
  if (!named(element)) wrong.push(`no label: ${where(element)}`);
}
for (const element of all("a[href], button, summary")) {
  if (!named(element) && !element.textContent.trim()) wrong.push(`no name: ${where(element)}`);
  if (element.tabIndex < 0) wrong.push(`the Tab key passes it by: ${where(element)}`);
}
for (const element of all("img:not([alt])")) wrong.push(`no alternative text: ${where(element)}`);
for (const element of all("svg")) {
  if (element.getAttribute("aria-hidden") !== "true" && element.getAttribute("role") !== "img") {
    wrong.push(`a picture that is read out: ${where(element)}`);
  }
}
for (const element of all("[tabindex]")) {
  if (element.tabIndex > 0) wrong.push(`an order of its own: ${where(element)}`);
}
for (const element of all("[style], [onclick]")) wrong.push(`a style or script in a tag: ${where(element)}`);
let level = 0;
for (const heading of all("h1, h2, h3, h4, h5, h6").filter(shown)) {
  const next = Number(heading.tagName[1]);
  if (next > level + 1) wrong.push(`a heading is left out before ${where(heading)}`);
  level = next;
}
if (root.scrollWidth > root.clientWidth) wrong.push("the page is wider than the window");
return wrong;
