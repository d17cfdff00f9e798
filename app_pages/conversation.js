// Draws the conversation. Text of others goes in as text nodes only, so nothing in it can become markup.
function drawPiece(piece) {
  const inside = piece.proves.length ? make("mark", "", piece.text) : piece.at === null ? document.createTextNode(piece.text) : make("span", "", piece.text);
  if (piece.proves.length) inside.title = piece.proves.join(" · ");
  if (piece.at !== null) inside.dataset.at = piece.at;
  return inside;
}

function drawHead(root, turn) {
  const head = make("div", "head");
  head.append(make("span", "name", turn.name));
  const right = make("span", "right");
  if (root.audio && turn.start !== null) {
    right.append(button("listen", `▶ ${turn.clock}`, `Luister vanaf ${turn.clock}`, () => seek(root, turn.start, true)));
  } else if (turn.clock) right.append(make("span", "clock", turn.clock));
  head.append(right);
  return head;
}

function drawTurn(root, turn, last) {
  const item = make("li", `turn ${turn.speaker}`);
  item.tabIndex = -1;
  const head = drawHead(root, turn);
  const said = make("p", "said");
  said.append(...turn.pieces.map(drawPiece));
  item.append(head, said);
  if (root.audio && turn.start !== null) listenOnClick(root, item, said, turn);
  if (turn.proves.length) {
    const proofs = make("p", "proofs");
    proofs.append(make("span", "hidden", "Bewijs voor: "));
    for (const proof of turn.proves) proofs.append(make("span", "proof", proof));
    item.append(proofs);
  }
  if (root.editing) {
    const edit = button("edit", "✎ Aanpassen", `Beurt ${turn.number + 1} aanpassen`, () => openEditor(root, item, turn, last));
    head.querySelector(".right").prepend(edit);
  }
  return item;
}

// A click goes to the word where its time is known, else to the turn; marking text to copy does not.
function listenOnClick(root, item, said, turn) {
  said.classList.add("clickable");
  let from = null;
  said.onpointerdown = (event) => { from = [event.clientX, event.clientY]; };
  said.onclick = (event) => {
    if (from && Math.hypot(event.clientX - from[0], event.clientY - from[1]) > 4) return;
    const at = event.target.dataset.at;
    seek(root, at === undefined ? turn.start : Number(at), false);
    item.focus({ preventScroll: true });
  };
}

function scrollToItem(list, item) {
  list.scrollTo({ top: item.offsetTop - list.clientHeight / 3 });
}

function showTurn(root, number) {
  const item = root.list.children[number];
  if (!item) return;
  root.list.querySelectorAll(".here").forEach((other) => other.classList.remove("here"));
  item.classList.add("here");
  scrollToItem(root.list, item);
}

// What is now said lights up and stays in sight, unless the reader just scrolled to somewhere else.
function follow(root, now) {
  let item = null;
  root.turns.forEach((turn, number) => {
    if (turn.start !== null && turn.start <= now + 0.05) item = root.list.children[number];
  });
  if (root.nowItem === item) return;
  root.nowItem?.classList.remove("playing");
  item?.classList.add("playing");
  root.nowItem = item;
  if (!item || root.audio.paused || Date.now() - root.scrolled < 5000) return;
  const top = item.offsetTop - root.list.scrollTop;
  if (top < 0 || top + item.offsetHeight > root.list.clientHeight) scrollToItem(root.list, item);
}

function tick(root) {
  if (!root.audio) return;
  const now = root.audio.currentTime, total = root.seconds();
  root.time.textContent = `${clock(now)} / ${clock(total)}`;
  const name = root.audio.paused ? "Afspelen (spatie)" : "Pauze (spatie)";
  if (root.playButton.title !== name) {
    root.playButton.textContent = root.audio.paused ? "▶" : "❚❚";
    root.playButton.title = name;
    root.playButton.setAttribute("aria-label", name);
  }
  if (root.drawnFor !== total) { root.drawnFor = total; root.redrawWave(); }
  root.placeWave(now, total);
  follow(root, now);
}

function draw(root, data) {
  loadAudio(root, data.audio);
  Object.assign(root, { stops: data.stops, turns: data.turns, editing: data.editing, version: data.version, stop: null, nowItem: null, scrolled: 0 });
  root.seconds = () => (Number.isFinite(root.audio?.duration) ? root.audio.duration : data.wave?.seconds ?? 0);
  root.told = make("p", "told");
  root.told.setAttribute("aria-live", "polite");
  if (root.stops.length) root.told.textContent = `Op ${root.stops.length === 1 ? "1 plek" : `${root.stops.length} plekken`} staat bewijs.`;
  const player = make("div", "player");
  if (root.audio) player.append(root.audio);
  player.append(controls(root));
  if (root.audio) player.append(waveform(root, data.wave));
  player.append(root.told);
  if (root.audio) player.append(make("p", "keys", "Toetsen: spatie speelt of pauzeert, ← → 5 seconden, J/K vorig/volgend bewijs."));
  const top = root.list?.scrollTop ?? 0;
  const list = make("ol", "turns");
  list.tabIndex = 0;
  list.setAttribute("aria-label", "Gesprek, beurt voor beurt");
  data.turns.forEach((turn, number) => list.append(drawTurn(root, turn, number === data.turns.length - 1)));
  list.onwheel = list.ontouchmove = () => { root.scrolled = Date.now(); };
  root.list = list;
  root.replaceChildren(...(root.audio || root.stops.length ? [player] : []), list);
  list.scrollTop = top;
  root.drawnFor = null;
  root.tick();
}

function jump(root, target) {
  showTurn(root, target.turn);
  root.list.children[target.turn]?.focus({ preventScroll: true });
  const box = root.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) root.scrollIntoView({ block: "start" });
  root.list.children[target.turn]?.scrollIntoView({ block: "nearest" }); // on a low screen the list is not whole
  if (root.audio && target.at !== null) seek(root, target.at, true);
}

// The list of criteria beside it asks to go somewhere; the keyboard stays where it is, unless it asks to come.
function hearOthers(root) {
  const asked = {
    place: ({ turn, at }) => {
      showTurn(root, turn);
      if (root.audio && at !== null) seek(root, at, true);
    },
    toggle: () => { if (root.audio) toggle(root); },
    conversation: () => root.list.focus({ preventScroll: true }),
  };
  for (const [name, act] of Object.entries(asked)) {
    const heard = (event) => (root.isConnected ? act(event.detail) : window.removeEventListener(`klankbord:${name}`, heard));
    window.addEventListener(`klankbord:${name}`, heard);
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(".conversation");
  if (!root) {
    root = make("div", "conversation");
    root.tick = () => tick(root);
    root.showTurn = (number) => showTurn(root, number);
    root.addEventListener("keydown", (event) => keys(root, event));
    hearOthers(root);
    parentElement.append(root);
  }
  root.send = (correction) => setTriggerValue("correction", correction);
  const { jump: target, ...rest } = data;
  const content = JSON.stringify(rest);
  if (root.content !== content) {
    root.content = content;
    draw(root, data);
  }
  if (target && root.jumped !== target.number) {
    root.jumped = target.number;
    requestAnimationFrame(() => jump(root, target));
  }
}
