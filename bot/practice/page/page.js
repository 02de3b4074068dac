// Keeps the page up to date and posts its forms without leaving it. Without this script every form still works.
"use strict";

const LIVE = "[data-live]";
const shownHtml = new Map();
const LONGEST_PRESS = 2000;
let opener = null;
let letGo = Promise.resolve();

document.documentElement.classList.add("scripted");
for (const region of document.querySelectorAll(LIVE)) remember(region);
bringSheetForward(null);
showNewest();
for (const current of document.querySelectorAll("[aria-current]")) {
  current.scrollIntoView({ block: "nearest", inline: "center" });
}
document.addEventListener("submit", (event) => {
  event.preventDefault();
  post(event.target, event.submitter);
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest(".overflow[open]");
  if (menu) closeMenu(menu, event);
  // Return in a field that only finds must not send the form around it.
  if (event.key === "Enter" && event.target.matches("[data-finds]")) event.preventDefault();
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".overflow[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("pointerdown", (event) => {
  if (event.target.closest("a, button, label, summary")) holdStill("pointerup", "pointercancel");
});
document.addEventListener("keydown", (event) => {
  if (event.key === " " && event.target.matches("button, summary")) holdStill("keyup");
});
document.addEventListener("input", (event) => {
  event.target.dataset.touched = "yes";
  if (event.target.matches("[data-finds]")) find(event.target);
  count(event.target.closest(".picker"));
});
followChanges();

async function post(form, button) {
  const writes = form.matches(".composer");
  // A second click on the same form waits for the first; other forms stay usable, also while the clock moves.
  if (form.hasAttribute("aria-busy") && !writes) return;
  if (button && !form.closest("dialog")) opener = placeOf(button);
  const said = new FormData(form, button);
  const body = form.enctype === "multipart/form-data" ? said : new URLSearchParams(said);
  // What is written while a message is on its way is the next message.
  if (writes) form.reset();
  form.setAttribute("aria-busy", "true");
  const sent = await send(form, body);
  form.removeAttribute("aria-busy");
  if (writes && !sent) writeAgain(form, body);
}

async function send(form, body) {
  try {
    const response = await fetch(form.action, { method: "POST", body });
    // A file that has arrived is not sent again with the next try.
    if (response.ok) for (const each of form.querySelectorAll("[type='file']")) each.value = "";
    await show(response, form);
    return response.ok;
  } catch {
    say("This page could not reach the practice workspace. Is it still running?");
    return false;
  }
}

function writeAgain(form, body) {
  for (const field of form.querySelectorAll("input:not([type='hidden']), textarea")) {
    if (!field.value) field.value = body.get(field.name);
  }
}

async function show(response, form) {
  if (!response.ok) return say(await response.text());
  hush("said");
  const html = await response.text();
  if (response.url !== location.href.split("#")[0]) return location.assign(response.url);
  await patch(html);
}

async function followChanges() {
  for (;;) {
    try {
      const { version } = await ask(`${document.body.dataset.changes}?since=${document.body.dataset.version}`);
      if (version !== Number(document.body.dataset.version)) await refresh();
      hush("lost");
    } catch {
      say("The practice workspace does not answer. Waiting for it to come back…", "lost");
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
}

async function ask(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

async function refresh() {
  const response = await fetch(location.href);
  if (response.ok) await patch(await response.text());
}

// What is being pressed stays until it is let go: drawn anew in between, it would never hear of its click.
function holdStill(...ends) {
  letGo = new Promise((resolve) => {
    // The click comes after these; and not every browser tells the end of every press.
    for (const end of ends) document.addEventListener(end, () => setTimeout(resolve), { once: true });
    setTimeout(resolve, LONGEST_PRESS);
  });
}

// Puts what has changed into the page: whole regions, and single messages of a conversation.
async function patch(html) {
  await letGo;
  const fresh = new DOMParser().parseFromString(html, "text/html");
  // An older answer that comes late must not undo what a newer one has shown.
  if (Number(fresh.body.dataset.version) < Number(document.body.dataset.version)) return;
  document.body.dataset.version = fresh.body.dataset.version;
  const before = document.querySelector("dialog");
  // Whoever moves the clock wants to see what comes, wherever the conversation stood.
  const moves = document.querySelector("#bar[aria-busy]") !== null;
  const active = document.activeElement;
  const focused = active && active !== document.body ? placeOf(active) : null;
  for (const region of fresh.querySelectorAll(LIVE)) {
    const old = document.getElementById(region.id);
    if (!old) continue;
    if (old.hasAttribute("data-keyed")) patchConversation(old, region, moves);
    else if (shownHtml.get(old.id) !== region.outerHTML) replace(old, region);
  }
  giveFocusBack(focused);
  if (before !== document.querySelector("dialog")) bringSheetForward(before);
}

function patchConversation(old, fresh, moves) {
  const newest = old.lastElementChild?.id;
  const isAtEnd = old.closest(".scroll").scrollTop > -40;
  patchList(old, fresh);
  if ((isAtEnd || moves) && old.lastElementChild?.id !== newest) showNewest();
}

// A message longer than the window is shown from its beginning.
function showNewest() {
  const newest = document.querySelector("#messages > li:last-child");
  if (!newest) return;
  const isLong = newest.offsetHeight > newest.closest(".scroll").clientHeight;
  newest.scrollIntoView({ block: isLong ? "start" : "end" });
}

function patchList(old, fresh) {
  const wanted = [...fresh.children];
  const ids = new Set(wanted.map((child) => child.id));
  for (const child of [...old.children]) if (!ids.has(child.id)) child.remove();
  wanted.forEach((child, index) => {
    const known = document.getElementById(child.id);
    if (!known) old.insertBefore(remembered(child), old.children[index] ?? null);
    else if (shownHtml.get(child.id) !== child.outerHTML) replace(known, child);
  });
}

function replace(old, fresh) {
  const typed = typedIn(old);
  const scrolled = old.querySelector(".fields")?.scrollTop ?? 0;
  const aside = old.scrollLeft;
  old.replaceWith(remembered(fresh));
  const placed = document.getElementById(old.id);
  for (const [id, field] of typed) typeAgain(document.getElementById(id), field);
  if (old.open && placed.matches("details")) placed.open = true;
  for (const each of placed.querySelectorAll("[data-finds]")) find(each);
  for (const each of placed.querySelectorAll(".picker")) count(each);
  placed.scrollLeft = aside;
  const fields = placed.querySelector(".fields");
  if (fields) fields.scrollTop = scrolled;
}

function remember(region) {
  shownHtml.set(region.id, region.outerHTML);
  if (region.hasAttribute("data-keyed")) {
    for (const child of region.children) shownHtml.set(child.id, child.outerHTML);
  }
}

function remembered(fresh) {
  remember(fresh);
  return document.importNode(fresh, true);
}

// What was typed stays, as long as a field of the same name is there: like in Slack.
function typedIn(region) {
  return [...region.querySelectorAll("[data-touched]")].filter((field) => field.id).map((field) => [field.id, field]);
}

function typeAgain(field, typed) {
  if (!field) return;
  field.dataset.touched = "yes";
  if (field.multiple) {
    const picked = [...typed.selectedOptions].map((option) => option.value);
    for (const option of field.options) option.selected = picked.includes(option.value);
  } else if (field.type === "checkbox" || field.type === "radio") field.checked = typed.checked;
  else if (field.type === "file") field.files = typed.files;
  else field.value = typed.value;
}

// Leaves in a list what holds the words typed above it, and what is ticked.
function find(field) {
  const words = field.value.toLowerCase().split(/\s+/);
  for (const each of field.closest("[data-found]").querySelectorAll("[data-name]")) {
    const holds = words.every((word) => each.dataset.name.includes(word));
    each.hidden = !holds && !each.querySelector(":checked");
  }
}

function count(picker) {
  if (picker) picker.querySelector("output").textContent = picker.querySelectorAll(":checked").length;
}

// Where an element is to be found again after its region has been drawn anew.
function placeOf(element) {
  const { id, name, value, selectionStart = null, selectionEnd = null } = element;
  return { element, id, name, value, selectionStart, selectionEnd, region: element.closest("li[id], [data-live]")?.id };
}

function foundAgain({ element, id, name, value, region }) {
  if (element.isConnected) return element;
  const around = document.getElementById(region ?? "");
  const same = [...(around?.querySelectorAll("button") ?? [])].find((each) => each.name === name && each.value === value);
  return (id && document.getElementById(id)) || same || around?.querySelector("article");
}

function giveFocusBack(place) {
  if (!place || place.element.isConnected) return;
  const next = foundAgain(place);
  next?.focus({ preventScroll: true });
  if (next && place.selectionStart !== null && next.matches("textarea, [type='text']")) {
    next.setSelectionRange(place.selectionStart, place.selectionEnd);
  }
}

// A form in front holds the focus; when it has gone, the focus returns to where it came from.
function bringSheetForward(before) {
  const sheet = document.querySelector("dialog");
  if (!sheet) return before ? focusOpener() : undefined;
  sheet.removeAttribute("open");
  const focused = sheet.contains(document.activeElement) && document.activeElement;
  sheet.showModal();
  const wrong = sheet.querySelector("[aria-invalid='true'], .wrong input");
  if (wrong) wrong.focus();
  else if (before?.id === sheet.id && focused) focused.focus();
  else (sheet.querySelector(".fields [autofocus]") ?? firstField(sheet))?.focus();
  sheet.addEventListener("cancel", (event) => {
    if (event.target !== sheet) return;
    event.preventDefault();
    sheet.querySelector("footer [value='close']").click();
  });
  sheet.addEventListener("close", () => {
    if (sheet.isConnected) sheet.querySelector("footer [value='close']").click();
  });
}

function firstField(sheet) {
  return sheet.querySelector(".fields :is(input:not([type='hidden']), textarea, select)") ?? sheet.querySelector("footer .button");
}

function focusOpener() {
  ((opener && foundAgain(opener)) ?? document.getElementById("conversation")).focus();
}

function closeMenu(menu, event) {
  menu.open = false;
  menu.querySelector("summary").focus();
  event.stopPropagation();
}

function say(words, kind = "said") {
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.dataset.kind = kind;
  notice.textContent = words;
  const said = document.querySelector(`#notice [data-kind="${kind}"]`);
  if (said?.textContent !== words) hush(kind);
  if (!said?.isConnected) document.getElementById("notice").append(notice);
}

function hush(kind) {
  document.querySelector(`#notice [data-kind="${kind}"]`)?.remove();
}
