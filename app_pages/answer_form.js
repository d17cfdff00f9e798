// What a person adds to an answer: reason, quote, remark, tip at a moment, ‘regel fout’, cause elsewhere.
function labelled(text, input, key) {
  const label = make("label", `field ${input.type === "checkbox" ? "tick" : ""}`);
  const name = make("span", "", text);
  if (key) name.append(" ", make("kbd", "", key.toUpperCase()));
  label.append(...(input.type === "checkbox" ? [input, name] : [name, input]));
  return label;
}

function option(value, text, chosen) {
  const made = make("option", "", text);
  made.value = value;
  made.selected = value === chosen;
  return made;
}

// Where the sound stands now; else at the first quote; else at the beginning.
function momentNow(root, item) {
  const heard = window.klankbordHeard?.seconds ?? 0;
  const turns = root.data.turns;
  if (heard > 0) {
    const found = turns.findLastIndex((turn) => turn.start !== null && turn.start <= heard);
    if (found >= 0) return { turn: found, seconds: heard };
  }
  const turn = item.machine?.quotes[0]?.turn ?? 0;
  return { turn, seconds: turns[turn]?.start ?? null };
}

function momentChoice(root, turn) {
  const choice = make("select");
  root.data.turns.forEach((one, number) => choice.append(option(String(number), one.label, String(turn))));
  return choice;
}

const MAKE = {
  text: (field, value) => Object.assign(make("input"), { type: "text", value: value ?? "", maxLength: 500 }),
  tick: (field, value) => Object.assign(make("input"), { type: "checkbox", checked: Boolean(value) }),
  choice: (field, value) => {
    const made = make("select");
    made.append(option("", "nee, gewoon beoordelen", value ?? ""));
    for (const one of field.options) made.append(option(one, one, value ?? ""));
    return made;
  },
};

function openForm(root, item, start, focus) {
  root.form?.remove();
  const form = root.form = make("form", "form");
  const filled = { ...item.fields, ...start };
  const answer = make("select");
  const proposed = filled.answer ?? answerOf(root, item) ?? item.agree ?? "";
  if (!proposed) answer.append(option("", "Kies een antwoord", ""));
  for (const choice of choicesOf(root, item)) answer.append(option(choice.value, choice.word, proposed));
  const inputs = {};
  form.append(labelled("Uw antwoord", answer));
  for (const field of root.data.fields) {
    const input = inputs[field.name] = MAKE[field.kind](field, filled[field.name]);
    form.append(labelled(field.title, input, field.key));
    if (field.name === "tip") {
      const now = filled.tip ? { turn: filled.tip_turn, seconds: filled.tip_seconds } : momentNow(root, item);
      inputs.tip_turn = momentChoice(root, now.turn);
      inputs.tip_turn.tipMoment = now;
      form.append(labelled("Moment van de tip", inputs.tip_turn));
    }
  }
  if (focus === "rule_wrong") { inputs.rule_wrong.checked = true; focus = "reason"; }
  const problem = make("p", "problem");
  problem.setAttribute("role", "alert");
  const bar = make("div", "acts");
  const save = press("strong", "Bewaren", "Enter", "", null);
  save.type = "submit";
  bar.append(save, press("", "Annuleren", "Esc", "", () => closeForm(root)));
  form.append(problem, bar);
  form.onsubmit = (event) => {
    event.preventDefault();
    if (!answer.value) { problem.textContent = "Kies eerst een antwoord."; answer.focus(); return; }
    const changes = item.machine && item.agree !== null && answer.value !== item.agree;
    if (changes && inputs.reason && !inputs.reason.value.trim()) {
      problem.textContent = "U geeft een ander antwoord dan de tool. Schrijf erbij waarom.";
      inputs.reason.focus();
      return;
    }
    const said = readForm(root, inputs);
    closeForm(root, false);
    give(root, item, answer.value, said);
  };
  form.onkeydown = (event) => {
    if (event.key === "Escape") closeForm(root);
    if (event.key === "Enter" && event.target.tagName === "SELECT") { event.preventDefault(); form.requestSubmit(); }
    event.stopPropagation();
  };
  root.list.children[root.at].append(form);
  (inputs[focus] ?? answer).focus();
  form.scrollIntoView({ block: "nearest" });
}

function readForm(root, inputs) {
  const said = {};
  for (const [name, input] of Object.entries(inputs)) said[name] = input.type === "checkbox" ? input.checked : input.value.trim();
  if (inputs.tip_turn) {
    const { turn, seconds } = inputs.tip_turn.tipMoment;
    said.tip_turn = Number(said.tip_turn);
    said.tip_seconds = said.tip_turn === turn ? seconds : root.data.turns[said.tip_turn]?.start ?? null;
  }
  return said;
}

function closeForm(root, back = true) {
  root.form?.remove();
  root.form = null;
  redraw(root);
  if (back) focusRow(root);
}
