// Draws the conversation. Text of others goes in as text nodes only, so nothing in it can become markup.
function make(tag, css, text) {
  const element = document.createElement(tag);
  if (css) element.className = css;
  if (text) element.textContent = text;
  return element;
}

function drawTurn(turn, player) {
  const item = make("li", `turn ${turn.speaker}`);
  item.dataset.number = turn.number;
  item.dataset.start = turn.start ?? "";
  item.tabIndex = -1;
  const head = make("div", "head");
  head.append(make("span", "name", turn.name));
  if (player && turn.start !== null) {
    const listen = make("button", "listen", `▶ ${turn.clock}`);
    listen.type = "button";
    listen.setAttribute("aria-label", `Luister vanaf ${turn.clock}`);
    listen.onclick = () => listenFrom(player, turn.start);
    head.append(listen);
  } else if (turn.clock) head.append(make("span", "clock", turn.clock));
  const said = make("p", "said");
  for (const piece of turn.pieces) {
    if (!piece.proves.length) said.append(document.createTextNode(piece.text));
    else {
      const mark = make("mark", "", piece.text);
      mark.title = piece.proves.join(" · ");
      said.append(mark);
    }
  }
  item.append(head, said);
  if (turn.proves.length) {
    const proofs = make("p", "proofs");
    proofs.append(make("span", "hidden", "Bewijs voor: "));
    for (const proof of turn.proves) proofs.append(make("span", "proof", proof));
    item.append(proofs);
  }
  return item;
}

function listenFrom(player, seconds) {
  const play = () => { player.currentTime = seconds; player.play().catch(() => {}); };
  if (player.readyState > 0) play();
  else { player.addEventListener("loadedmetadata", play, { once: true }); player.load(); }
}

function follow(player, list) {
  player.ontimeupdate = () => {
    let now = null;
    for (const item of list.children) {
      if (item.dataset.start !== "" && Number(item.dataset.start) <= player.currentTime + 0.05) now = item;
      item.classList.remove("playing");
    }
    if (now && !player.paused) now.classList.add("playing");
  };
}

function draw(root, data) {
  root.replaceChildren();
  let player = null;
  if (data.audio) {
    player = make("audio");
    player.controls = true;
    player.preload = "metadata";
    player.src = data.audio;
    player.setAttribute("aria-label", "Opname van het gesprek");
    root.append(player);
  }
  const list = make("ol", "turns");
  list.tabIndex = 0;
  list.setAttribute("aria-label", "Gesprek, beurt voor beurt");
  for (const turn of data.turns) list.append(drawTurn(turn, player));
  root.append(list);
  if (player) follow(player, list);
  root.player = player;
  root.list = list;
}

function jump(root, target) {
  const item = root.list.children[target.turn];
  if (!item) return;
  root.list.querySelectorAll(".here").forEach((other) => other.classList.remove("here"));
  item.classList.add("here");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const middle = item.offsetTop - root.list.clientHeight / 3;
  root.list.scrollTo({ top: middle, behavior: calm ? "auto" : "smooth" });
  const box = root.list.getBoundingClientRect();
  if (box.top < 60 || box.bottom > innerHeight + 60) root.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  if (root.player && target.at !== null) listenFrom(root.player, target.at);
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(".conversation");
  if (!root) {
    root = make("div", "conversation");
    parentElement.append(root);
  }
  const content = JSON.stringify([data.turns, data.audio]);
  if (root.content !== content) {
    root.content = content;
    draw(root, data);
  }
  if (data.jump && root.jumped !== data.jump.number) {
    root.jumped = data.jump.number;
    requestAnimationFrame(() => jump(root, data.jump));
  }
}
