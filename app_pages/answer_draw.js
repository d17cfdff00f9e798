// Draws the list: one line a criterion, the present one open, the answer of the tool beside that of the person.
function drawMachine(root, item) {
  const box = make("div", "side machine");
  box.append(make("p", "who", root.data.names.machine));
  const line = make("p", "line");
  line.append(chip(item.machine.look), make("span", "quiet", ` ${item.machine.sure}`));
  box.append(line, make("p", "", item.machine.reason));
  item.machine.quotes.forEach((quote, number) => {
    box.append(press("quote", `‘${quote.text}’${quote.clock ? ` (${quote.clock})` : ""}`, "", "Ga naar dit citaat (L)", () => {
      root.heard = number - 1;
      listen(root, item);
    }));
  });
  return box;
}

function drawButtons(root, item) {
  const bar = make("div", "acts");
  if (item.machine && item.agree !== null) bar.append(press("strong", "Eens", "E", "Eens met de tool", () => agree(root, item)));
  const now = answerOf(root, item);
  for (const choice of choicesOf(root, item)) {
    const made = press(choice.value === now ? "chosen" : "", choice.word, choice.key, "", () => pick(root, item, choice.value));
    made.setAttribute("aria-pressed", String(choice.value === now));
    bar.append(made);
  }
  const more = make("div", "acts more");
  for (const field of root.data.fields.filter((one) => one.key)) {
    more.append(press("small", field.short, field.key.toUpperCase(), field.title, () => openForm(root, item, {}, field.name)));
  }
  return [bar, more];
}

function drawOwn(root, item) {
  const box = make("div", "side own");
  box.append(make("p", "who", root.data.names.own));
  const now = answerOf(root, item);
  const line = make("p", "line");
  if (now !== null) line.append(chip(lookOf(root, item, now)));
  else line.append(make("span", "quiet", root.data.locked ? "Geen eigen antwoord; dat van de tool telt." : item.required ? "Hier is uw antwoord nodig." : "Nog niet bekeken."));
  box.append(line);
  if (!root.data.locked) box.append(...drawButtons(root, item));
  if (item.history.length) {
    const list = make("ol", "history");
    list.setAttribute("aria-label", "Wie, wanneer en waarom, oudste eerst");
    for (const said of item.history) list.append(make("li", "", said));
    box.append(list);
  }
  if (root.data.problem?.id === item.id && root.pending[item.id] === undefined) {
    const problem = make("p", "problem", root.data.problem.text);
    problem.setAttribute("role", "alert");
    box.append(problem);
  }
  return box;
}

function drawGuidance(root, item) {
  const guide = make("details", "guide");
  const title = make("summary", "", "Wanneer ja, deels of nee? ");
  title.append(make("kbd", "", "U"));
  guide.append(title);
  for (const line of item.guidance) guide.append(make("p", "", line));
  guide.open = root.guided;
  guide.ontoggle = () => { root.guided = guide.open; };
  return guide;
}

function drawRow(root, item, number) {
  const open = number === root.at;
  const row = make("li", open ? "row open" : "row");
  row.tabIndex = open ? 0 : -1;
  if (open) row.setAttribute("aria-current", "true");
  const head = make("div", "head");
  const title = make("span", "question");
  title.append(make("span", "group", item.group), ` ${item.question}`);
  const looks = make("span", "looks");
  if (item.machine) looks.append(chip(item.machine.look));
  const now = answerOf(root, item);
  const mine = now === null ? make("span", item.required ? "dot need" : "dot", item.required ? "antwoord nodig" : "–") : chip(lookOf(root, item, now));
  looks.append(item.machine ? " → " : "", mine);
  head.append(title, looks);
  row.append(head);
  if (!open) {
    row.onclick = () => { root.at = number; root.heard = -1; redraw(root); focusRow(root); };
    return row;
  }
  const sides = make("div", item.machine ? "sides" : "sides single");
  if (item.machine) sides.append(drawMachine(root, item));
  sides.append(drawOwn(root, item));
  row.append(sides);
  if (item.guidance.length) row.append(drawGuidance(root, item));
  return row;
}

function drawTop(root) {
  const total = root.data.items.length, done = answered(root), open = missing(root).length;
  const top = make("div", "top");
  const line = make("div", "progress");
  const bar = make("progress");
  bar.max = total;
  bar.value = done;
  bar.setAttribute("aria-label", `${done} van ${total} bekeken`);
  line.append(make("b", "", `${done} van ${total} bekeken`), bar);
  if (open && !root.data.locked) line.append(make("span", "quiet", `${open} ${open === 1 ? "vraagt" : "vragen"} uw antwoord`));
  root.finishButton = null;
  if (root.data.finish && !root.data.locked) {
    root.finishButton = press(open ? "" : "strong", root.data.finish, "A", "", () => finish(root));
    line.append(root.finishButton);
  }
  top.append(line, root.told, make("p", "keys", root.data.locked ? root.data.locked : root.data.keys));
  return top;
}

function redraw(root) {
  root.form = null;
  const list = make("ol", "rows");
  list.setAttribute("aria-label", root.data.title);
  root.data.items.forEach((item, number) => list.append(drawRow(root, item, number)));
  const top = root.list?.scrollTop ?? 0;
  root.list = list;
  root.replaceChildren(drawTop(root), list);
  list.scrollTop = top;
}

function firstOpen(data) {
  const found = data.items.findIndex((item) => item.answer === null);
  return found < 0 ? 0 : found;
}

function started(parentElement) {
  const root = make("div", "answers");
  Object.assign(root, { at: -1, heard: -1, serial: 0, unsent: [], pending: {}, form: null, guided: false, told: make("p", "told") });
  root.told.setAttribute("aria-live", "polite");
  root.addEventListener("keydown", (event) => keys(root, event));
  const back = () => (root.isConnected ? focusRow(root) : window.removeEventListener("klankbord:back", back));
  window.addEventListener("klankbord:back", back);
  parentElement.append(root);
  return root;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".answers") ?? started(parentElement);
  root.send = setTriggerValue;
  const content = JSON.stringify(data);
  if (root.content === content) return;
  const wasLocked = root.data?.locked;
  root.content = content;
  root.data = data;
  root.unsent = root.unsent.filter((said) => said.serial > data.done);
  const waiting = new Set(root.unsent.map((said) => said.id));
  for (const id of Object.keys(root.pending)) if (!waiting.has(id)) delete root.pending[id];
  const first = root.at < 0 || root.of !== data.of;
  if (first) { root.at = firstOpen(data); root.of = data.of; }
  if (data.problem && data.problem.serial !== root.problemSeen) {
    root.problemSeen = data.problem.serial;
    say(root, data.problem.text);
    const where = data.items.findIndex((item) => item.id === data.problem.id);
    if (where >= 0) root.at = where;
  }
  if (root.form?.isConnected) return; // what a person is typing stays; it is drawn when the form closes
  const active = root.getRootNode().activeElement;
  const inside = root.contains(active), finishing = active !== null && active === root.finishButton;
  redraw(root);
  if (finishing && root.finishButton) { root.finishButton.focus(); return; }
  const ready = !data.locked || !data.waits; // who still has to type a name keeps the keyboard
  if (inside || (ready && (first || (wasLocked && !data.locked)))) requestAnimationFrame(() => focusRow(root));
}
