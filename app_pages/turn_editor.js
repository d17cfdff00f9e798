// Corrects one turn in its place: words, speaker, cut, join, remove. The server decides whether it can.
const ROLES = [["agent", "Medewerker"], ["caller", "Beller"], ["other", "Ander"]];

function tidy(text) {
  return text.split(/\s+/).filter(Boolean).join(" ");
}

function field(text, input) {
  const label = make("label", "field", text);
  label.append(input);
  return label;
}

function roleChoice(turn) {
  const choice = make("select");
  for (const [value, name] of ROLES) {
    const option = make("option", "", name);
    option.value = value;
    option.selected = value === turn.speaker;
    choice.append(option);
  }
  return choice;
}

function openEditor(root, item, turn, last) {
  root.querySelector(".editor .cancel")?.click();
  const said = turn.pieces.map((piece) => piece.text).join("");
  const number = turn.number;
  const editor = make("div", "editor");
  const text = make("textarea");
  text.value = said;
  text.rows = Math.min(8, 1 + Math.ceil(said.length / 56));
  text.spellcheck = true;
  const role = roleChoice(turn);
  const why = make("input");
  why.maxLength = 120;
  const changed = () => [
    ...(tidy(text.value) === tidy(said) ? [] : [{ kind: "text", turn: number, text: text.value }]),
    ...(role.value === turn.speaker ? [] : [{ kind: "speaker", turn: number, speaker: role.value }]),
  ];
  const send = (...more) => {
    const edits = [...changed(), ...more];
    if (edits.length) root.send({ edits, why: why.value, version: root.version });
    else close();
  };
  const split = () => {
    const cursor = text.selectionStart;
    const place = changed().some((edit) => edit.kind === "text") ? tidy(text.value.slice(0, cursor)).length : cursor;
    send({ kind: "split", turn: number, place, at: root.audio ? root.audio.currentTime : null });
  };
  const close = () => {
    editor.remove();
    item.classList.remove("editing");
    item.querySelector(".edit")?.focus();
  };
  const act = (css, name, help, run) => {
    const made = make("button", css, name);
    made.type = "button";
    made.title = help;
    made.onclick = run;
    return made;
  };
  const buttons = make("div", "acts");
  buttons.append(
    act("save", "Opslaan", "Bewaar deze beurt en beoordeel het gesprek opnieuw", () => send()),
    act("", "Splits bij de cursor", "Zet de cursor in de tekst waar een nieuwe beurt begint", split),
    ...(last ? [] : [act("", "Samen met volgende", "Deze en de volgende beurt worden één beurt", () => send({ kind: "join", turn: number }))]),
    act("", "Verwijder", "Voor een regel die niemand heeft gezegd", () => root.send({ edits: [{ kind: "remove", turn: number }], why: why.value, version: root.version })),
    act("cancel", "Annuleren", "Sluit zonder te bewaren", close),
  );
  const side = make("div", "beside");
  side.append(field("Wie spreekt?", role), field("Waarom? (mag leeg)", why));
  editor.append(field(`Tekst van beurt ${number + 1}`, text), side, buttons);
  editor.onkeydown = (event) => {
    if (event.key === "Escape") close();
    if (event.key === "Enter" && event.ctrlKey) send();
    event.stopPropagation();
  };
  item.classList.add("editing");
  item.append(editor);
  text.focus();
  item.scrollIntoView({ block: "nearest" });
}
