// Draws a table that sorts and pages. Text of others goes in as text only.
function make(tag, text, css) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (css) element.className = css;
  return element;
}

function compare(one, other) {
  if (one === null || other === null) return (one === null) - (other === null);
  return typeof one === "number" ? one - other : String(one).localeCompare(String(other), "nl", { numeric: true });
}

function sorted(rows, { column, down }) {
  if (column === null) return rows;
  const known = rows.filter((row) => row.cells[column].order !== null);
  const unknown = rows.filter((row) => row.cells[column].order === null);
  known.sort((a, b) => compare(a.cells[column].order, b.cells[column].order));
  return [...(down ? known.reverse() : known), ...unknown];
}

function header(root, columns, redraw) {
  const row = make("tr");
  columns.forEach((name, column) => {
    const cell = make("th");
    cell.scope = "col";
    const chosen = root.view.column === column;
    cell.setAttribute("aria-sort", chosen ? (root.view.down ? "descending" : "ascending") : "none");
    const button = make("button", chosen ? `${name} ${root.view.down ? "▾" : "▴"}` : name, "sort");
    button.type = "button";
    button.title = `Sorteer op ${name.toLowerCase()}`;
    button.onclick = () => {
      root.view = { column, down: chosen && !root.view.down, page: 0 };
      redraw();
      root.querySelectorAll(".sort")[column].focus();
    };
    cell.append(button);
    row.append(cell);
  });
  const head = make("thead");
  head.append(row);
  return head;
}

function bodyRow(row, { columns, more, address }, open) {
  const line = make("tr");
  row.cells.forEach((cell, column) => {
    const place = make("td");
    place.dataset.name = columns[column];
    if (column === 0) {
      const link = make("a", cell.text);
      link.href = `${address}?id=${encodeURIComponent(row.id)}${more ? `&${more}` : ""}`;
      link.onclick = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open(row.id);
      };
      place.append(link);
    } else place.textContent = cell.text;
    line.append(place);
  });
  line.onclick = (event) => { if (event.target.tagName !== "A") open(row.id); };
  return line;
}

function pager(root, pages, total, redraw) {
  const bar = make("div", undefined, "pager");
  const step = (text, move, off) => {
    const button = make("button", text, "step");
    button.type = "button";
    button.disabled = off;
    button.onclick = () => { root.view.page += move; redraw(); };
    return button;
  };
  const place = make("span", `Bladzijde ${root.view.page + 1} van ${pages} (${total} gesprekken)`);
  place.setAttribute("aria-live", "polite");
  bar.append(step("‹ Vorige", -1, root.view.page === 0), place, step("Volgende ›", 1, root.view.page === pages - 1));
  return bar;
}

function draw(root, data, open) {
  const redraw = () => draw(root, data, open);
  const pages = Math.max(1, Math.ceil(data.rows.length / data.page));
  root.view.page = Math.min(root.view.page, pages - 1);
  const from = root.view.page * data.page;
  const body = make("tbody");
  for (const row of sorted(data.rows, root.view).slice(from, from + data.page)) body.append(bodyRow(row, data, open));
  const table = make("table");
  table.append(make("caption", "Gesprekken; kies een gesprek om het te openen", "hidden"), header(root, data.columns, redraw), body);
  root.replaceChildren(table);
  if (pages > 1) root.append(pager(root, pages, data.rows.length, redraw));
}

export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(".calls");
  if (!root) {
    root = make("div", undefined, "calls");
    root.view = { column: null, down: false, page: 0 };
    parentElement.append(root);
  }
  const content = JSON.stringify(data);
  if (root.content === content) return;
  root.content = content;
  draw(root, data, (id) => setTriggerValue("open", id));
}
