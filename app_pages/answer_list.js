// A list of criteria to answer by key or click. The server keeps every answer; here it shows at once.
// Text of others goes in as text only.
function make(tag, css, text) {
  const element = document.createElement(tag);
  if (css) element.className = css;
  if (text !== undefined && text !== null) element.textContent = text;
  return element;
}

function press(css, text, key, label, act) {
  const made = make("button", css);
  made.type = "button";
  made.append(text);
  if (key) made.append(" ", make("kbd", "", key));
  if (label) made.title = label;
  made.onclick = act;
  return made;
}

function chip(choice) {
  const made = make("span", `chip ${choice.css}`);
  const icon = make("span", "", choice.icon);
  icon.setAttribute("aria-hidden", "true");
  made.append(icon, ` ${choice.word}`);
  return made;
}

const choicesOf = (root, item) => root.data.choices[item.scale];
const answerOf = (root, item) => root.pending[item.id] ?? item.answer;
const lookOf = (root, item, value) => choicesOf(root, item).find((choice) => choice.value === value);
const answered = (root) => root.data.items.filter((item) => answerOf(root, item) !== null).length;
const missing = (root) => root.data.items.filter((item) => item.required && answerOf(root, item) === null);

function say(root, text) {
  root.told.textContent = text;
}

// Everything that was not confirmed goes along each time, so that fast keys lose nothing.
function give(root, item, answer, more = {}) {
  root.serial = Math.max(Date.now(), root.serial + 1);
  root.unsent.push({ serial: root.serial, id: item.id, answer, seen: root.data.round, ...more });
  root.pending[item.id] = answer;
  root.send("given", [...root.unsent]);
  say(root, `${item.question} ${lookOf(root, item, answer)?.word ?? ""}.`);
  move(root, 1);
}

function pick(root, item, answer) {
  if (item.machine && item.agree !== null && answer !== item.agree) openForm(root, item, { answer }, "reason");
  else repeat(root, item, answer, answer === item.agree ? { reason: "" } : {});
}

// Who says the same again adds nothing.
function repeat(root, item, answer, more) {
  if (root.pending[item.id] === answer || (item.mine && item.answer === answer)) move(root, 1);
  else give(root, item, answer, more);
}

function agree(root, item) {
  if (item.agree === null) say(root, "Hier gaf de tool geen antwoord. Kies zelf een antwoord.");
  else repeat(root, item, item.agree, { reason: "" });
}

function move(root, step) {
  const last = root.data.items.length - 1;
  const wanted = root.at + step;
  root.at = Math.max(0, Math.min(last, wanted));
  root.heard = -1;
  redraw(root);
  if (wanted > last && root.finishButton) root.finishButton.focus();
  else focusRow(root);
}

function focusRow(root) {
  const row = root.list.children[root.at];
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

// The next quote of this criterion in the conversation, heard where there is sound.
function listen(root, item) {
  const quotes = item.machine?.quotes ?? [];
  if (!quotes.length) { say(root, "Bij dit antwoord hoort geen citaat."); return; }
  root.heard = (root.heard + 1) % quotes.length;
  const { turn, at, text } = quotes[root.heard];
  window.dispatchEvent(new CustomEvent("klankbord:place", { detail: { turn, at } }));
  say(root, `Citaat ${root.heard + 1} van ${quotes.length}: ‘${text}’`);
}

function finish(root) {
  if (root.data.locked || !root.data.finish) return;
  const open = missing(root);
  if (open.length) {
    root.at = root.data.items.indexOf(open[0]);
    redraw(root);
    focusRow(root);
    say(root, `${open.length === 1 ? "Nog 1 criterium wacht" : `Nog ${open.length} criteria wachten`} op uw antwoord.`);
    return;
  }
  say(root, "Bezig met afronden …");
  root.send("finish", Date.now());
}

function keys(root, event) {
  const at = event.composedPath()[0];
  if (event.ctrlKey || event.altKey || event.metaKey || at.closest("input, select, textarea, .form")) return;
  const item = root.data.items[root.at];
  const key = event.key.toLowerCase();
  const acts = {
    j: () => move(root, -1), arrowup: () => move(root, -1), k: () => move(root, 1), arrowdown: () => move(root, 1),
    home: () => move(root, -root.at), end: () => move(root, root.data.items.length - 1 - root.at),
    l: () => listen(root, item),
    u: () => { root.guided = !root.guided; redraw(root); focusRow(root); },
    g: () => window.dispatchEvent(new CustomEvent("klankbord:conversation")),
  };
  if (!at.closest("button")) acts[" "] = () => window.dispatchEvent(new CustomEvent("klankbord:toggle"));
  if (!root.data.locked && item) {
    if (item.machine) acts.e = () => agree(root, item);
    for (const choice of choicesOf(root, item)) acts[choice.key] = () => pick(root, item, choice.value);
    for (const field of root.data.fields) if (field.key) acts[field.key] = () => openForm(root, item, {}, field.name);
    if (root.data.finish) acts.a = () => finish(root);
  }
  if (!acts[key]) return;
  event.preventDefault();
  event.stopPropagation();
  acts[key]();
}
