// Draws the files that wait, run or ended. It is given new data every second, so it changes only what
// differs: a button that is about to be pressed or has the focus stays the same button.
function make(tag, text, css) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (css) element.className = css;
  return element;
}

function update(cell, content, draw) {
  const key = JSON.stringify(content);
  if (cell.drawn === key) return;
  cell.drawn = key;
  cell.replaceChildren(...draw(content));
}

function name(send) {
  return ({ id, name, call }) => {
    if (!call) return [make("span", name)];
    const link = make("a", name);
    link.href = `gesprek?id=${encodeURIComponent(call)}`;
    link.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      send("open", call);
    };
    return [link];
  };
}

function state({ look, state, about, share, problem, name }) {
  const parts = [make("span", `${look} ${state}`, "state")];
  if (about) parts.push(make("span", ` · ${about}`, "about"));
  if (share !== null) {
    const bar = make("progress");
    bar.max = 1;
    bar.value = share;
    bar.setAttribute("aria-label", `Voortgang van ${name}`);
    parts.push(bar);
  }
  if (problem) parts.push(make("p", problem, "problem"));
  return parts;
}

function action(send) {
  return ({ id, name, action, busy }) => {
    if (!action) return [];
    const button = make("button", busy || (action === "stop" ? "Stoppen" : "Opnieuw proberen"));
    button.type = "button";
    button.disabled = Boolean(busy);
    button.setAttribute("aria-label", `${button.textContent}: ${name}`);
    button.onclick = () => {
      button.disabled = true;
      send(action, id);
    };
    return [button];
  };
}

function lineOf(root, row, send) {
  let line = root.lines.get(row.id);
  if (!line) {
    line = make("tr");
    line.append(make("td"), make("td"), make("td"), make("td"));
    root.lines.set(row.id, line);
  }
  line.className = row.state;
  const [first, second, third, last] = line.cells;
  update(first, { id: row.id, name: row.name, call: row.call }, name(send));
  const { look, state: word, about, share, problem } = row;
  update(second, { look, state: word, about, share, problem, name: row.name }, state);
  update(third, { result: row.result, low: row.low }, ({ result, low }) => [make("span", result, low ? "low" : "")]);
  update(last, { id: row.id, name: row.name, action: row.action, busy: row.busy }, action(send));
  return line;
}

function place(root, lines) {
  const now = [...root.body.children];
  if (now.length === lines.length && now.every((line, at) => line === lines[at])) return;
  const focused = root.getRootNode().activeElement;
  root.body.replaceChildren(...lines);
  if (focused && root.contains(focused)) focused.focus();
}

function page(root, data, send) {
  const pages = Math.max(1, Math.ceil(data.rows.length / data.page));
  root.at = Math.min(root.at, pages - 1);
  const from = root.at * data.page;
  place(root, data.rows.slice(from, from + data.page).map((row) => lineOf(root, row, send)));
  root.pager.hidden = pages === 1;
  root.pager.style.display = pages === 1 ? "none" : "";
  root.back.disabled = root.at === 0;
  root.next.disabled = root.at === pages - 1;
  const text = `Bladzijde ${root.at + 1} van ${pages} (${data.rows.length} bestanden)`;
  if (root.where.textContent !== text) root.where.textContent = text;
}

function built(parent) {
  const root = make("div", undefined, "jobs");
  const head = make("tr");
  for (const title of ["Bestand", "Stand", "Cijfer", ""]) {
    const cell = make("th", title);
    cell.scope = "col";
    if (!title) cell.append(make("span", "Wat u kunt doen", "hidden"));
    head.append(cell);
  }
  const table = make("table");
  const top = make("thead");
  top.append(head);
  root.body = make("tbody");
  table.append(make("caption", "Bestanden die wachten, bezig zijn of klaar zijn", "hidden"), top, root.body);
  root.pager = make("div", undefined, "pager");
  root.back = make("button", "‹ Vorige");
  root.next = make("button", "Volgende ›");
  root.where = make("span");
  root.pager.append(root.back, root.where, root.next);
  root.append(table, root.pager);
  root.lines = new Map();
  root.at = 0;
  parent.append(root);
  return root;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".jobs") || built(parentElement);
  const draw = () => page(root, data, setTriggerValue);
  root.back.onclick = () => { root.at -= 1; draw(); };
  root.next.onclick = () => { root.at += 1; draw(); };
  const ids = new Set(data.rows.map((row) => row.id));
  for (const id of root.lines.keys()) if (!ids.has(id)) root.lines.delete(id);
  draw();
}
