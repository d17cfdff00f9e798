// The drawn recording: a lane a channel, a mark at each evidence, and the place where we are.
const CLOSE = 18; // pixels within which marks become one

function drawLanes(canvas, wave) {
  const width = canvas.clientWidth, height = canvas.clientHeight, scale = devicePixelRatio || 1;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext("2d");
  pen.scale(scale, scale);
  const rows = wave ? wave.rows : [[]];
  const lane = height / rows.length;
  rows.forEach((row, number) => {
    const middle = lane * (number + 0.5);
    pen.fillStyle = "#b9c3c9";
    pen.fillRect(0, middle - 0.5, width, 1);
    pen.fillStyle = wave.colours[number];
    for (let x = 0; x < width; x += 2) {
      const from = Math.floor((x / width) * row.length), to = Math.max(from + 1, Math.floor(((x + 2) / width) * row.length));
      const high = (Math.max(0, ...row.slice(from, to)) / 100) * (lane / 2 - 2);
      if (high > 0.5) pen.fillRect(x, middle - high, 1.5, 2 * high);
    }
  });
}

// Marks that would lie over each other become one, with how many there are.
function drawMarks(root, strip, width) {
  strip.replaceChildren();
  const timed = root.stops.map((stop, number) => ({ stop, number })).filter(({ stop }) => stop.at !== null);
  let last = null;
  for (const { stop, number } of timed) {
    const x = (stop.at / root.seconds()) * width;
    if (last && x - last.x < CLOSE) { last.numbers.push(number); continue; }
    last = { x, numbers: [number] };
    const group = last;
    const mark = button("mark", "", "", () => showStop(root, group.numbers[0]));
    mark.tabIndex = -1; // J and K, and the buttons for them, lead to each
    mark.style.left = `${x}px`;
    group.mark = mark;
    mark.group = group;
    strip.append(mark);
  }
  for (const mark of strip.children) {
    const found = mark.group.numbers.map((number) => root.stops[number]);
    const icons = [...new Set(found.flatMap((stop) => stop.icons))];
    mark.textContent = icons.length > 1 ? `${icons[0]}+` : icons[0];
    mark.classList.add(found.some((stop) => stop.css === "nee") ? "nee" : found[0].css);
    const says = found.map((stop) => `${clock(stop.at)} ${stop.proves.join(" · ")}`).join("\n");
    mark.title = says;
    mark.setAttribute("aria-label", `Bewijs op ${says.replaceAll("\n", "; ")}`);
  }
}

function waveform(root, wave) {
  const box = make("div", "wave");
  const strip = make("div", "marks");
  const lanes = make("div", "lanes");
  const canvas = make("canvas");
  const played = make("div", "played");
  lanes.append(canvas, played);
  (wave?.names ?? []).forEach((name, number) => {
    const label = make("span", "lane", name);
    label.style.top = `${(100 * number) / wave.rows.length}%`;
    lanes.append(label);
  });
  lanes.setAttribute("role", "slider");
  lanes.setAttribute("aria-label", "Plaats in de opname");
  lanes.setAttribute("aria-valuemin", "0");
  lanes.tabIndex = 0;
  const place = (event) => {
    const edge = lanes.getBoundingClientRect();
    seek(root, ((event.clientX - edge.left) / edge.width) * root.seconds(), false);
  };
  lanes.onpointerdown = (event) => { lanes.setPointerCapture(event.pointerId); lanes.dragging = true; place(event); };
  lanes.onpointermove = (event) => { if (lanes.dragging) place(event); };
  lanes.onpointerup = lanes.onpointercancel = () => { lanes.dragging = false; };
  lanes.onkeydown = (event) => {
    const to = { Home: 0, End: root.seconds() }[event.key];
    if (to !== undefined) { event.preventDefault(); seek(root, to, false); }
  };
  box.append(strip, lanes);
  const redraw = () => { if (lanes.clientWidth) { drawLanes(canvas, wave ?? { rows: [[]], colours: [] }); drawMarks(root, strip, lanes.clientWidth); } };
  new ResizeObserver(redraw).observe(lanes);
  root.redrawWave = redraw;
  root.placeWave = (now, total) => {
    played.style.width = total ? `${(100 * now) / total}%` : "0";
    lanes.setAttribute("aria-valuemax", String(Math.round(total)));
    lanes.setAttribute("aria-valuenow", String(Math.round(now)));
    lanes.setAttribute("aria-valuetext", `${clock(now)} van ${clock(total)}`);
  };
  return box;
}
