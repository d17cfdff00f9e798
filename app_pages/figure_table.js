// Draws a table of figures: a number that has calls behind it is a link, an interval is a line with a dot.
function make(tag, text, css) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (css) element.className = css;
  return element;
}

function interval({ value, low, high, before }) {
  const track = make("span", undefined, "track");
  track.setAttribute("aria-hidden", "true"); // the words beside it say the same
  const put = (css, style) => Object.assign(track.appendChild(make("span", undefined, css)).style, style);
  put("reach", { left: `${low}%`, width: `${Math.max(high - low, 0.5)}%` });
  if (before !== null) put("before", { left: `${before}%` });
  put("dot", { left: `${value}%` });
  return track;
}

function link(cell, open) {
  const found = make("a", cell.text);
  found.href = `${cell.page}?${new URLSearchParams(cell.open)}`;
  if (cell.title) found.title = cell.title;
  found.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open({ page: cell.page, query: cell.open });
  };
  return found;
}

function bodyRow(row, columns, open) {
  const line = make("tr");
  row.forEach((cell, column) => {
    const place = make(column === 0 ? "th" : "td");
    if (column === 0) place.scope = "row";
    place.dataset.name = columns[column];
    if (cell.bar) place.append(interval(cell.bar));
    if (cell.open) place.append(link(cell, open));
    else place.append(make("span", cell.text));
    if (cell.note) place.append(make("small", cell.note));
    line.append(place);
  });
  return line;
}

function draw(root, { caption, columns, rows }, open) {
  const top = make("tr");
  for (const name of columns) top.append(Object.assign(make("th", name), { scope: "col" }));
  const head = make("thead");
  head.append(top);
  const body = make("tbody");
  for (const row of rows) body.append(bodyRow(row, columns, open));
  const table = make("table");
  table.append(make("caption", caption), head, body);
  root.replaceChildren(table);
}

export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(".figures");
  if (!root) {
    root = make("div", undefined, "figures");
    parentElement.append(root);
  }
  const content = JSON.stringify(data);
  if (root.content === content) return;
  root.content = content;
  draw(root, data, (query) => setTriggerValue("open", query));
}
