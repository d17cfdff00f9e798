// The recording: buttons, keys, exact places. Everything that moves the sound goes through here.
const STEP = 5;
const NEAR = 0.02; // seconds in which two places are one

function make(tag, css, text) {
  const element = document.createElement(tag);
  if (css) element.className = css;
  if (text) element.textContent = text;
  return element;
}

function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds + 1e-6));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function button(css, text, label, act) {
  const made = make("button", css, text);
  made.type = "button";
  made.setAttribute("aria-label", label);
  made.title = label;
  made.onclick = act;
  return made;
}

function speedChoice(audio) {
  const box = make("label", "speed", "Snelheid ");
  const choice = make("select");
  for (const speed of [0.75, 1, 1.25, 1.5, 2]) {
    const option = make("option", "", `${String(speed).replace(".", ",")}×`);
    option.value = speed;
    option.selected = speed === 1;
    choice.append(option);
  }
  choice.onchange = () => { audio.playbackRate = audio.defaultPlaybackRate = Number(choice.value); };
  box.append(choice);
  return box;
}

// Seeks now, or as soon as the browser knows the recording.
function seek(root, seconds, play) {
  const { audio } = root;
  const go = () => {
    audio.currentTime = Math.max(0, Math.min(seconds, audio.duration || seconds));
    root.tick();
    if (play) audio.play().catch(() => {});
  };
  if (audio.readyState > 0) go();
  else { audio.addEventListener("loadedmetadata", go, { once: true }); audio.load(); }
}

function toggle(root) {
  if (root.audio.paused) root.audio.play().catch(() => {});
  else root.audio.pause();
}

// The evidence before or after the place where we are: by time where all of it has one, else by order.
function nextStop(root, step) {
  const stops = root.stops;
  if (root.audio && stops.every((stop) => stop.at !== null)) {
    const now = root.audio.currentTime;
    const back = now - (root.audio.paused ? NEAR : 1);
    return step > 0 ? stops.findIndex((stop) => stop.at > now + NEAR) : stops.findLastIndex((stop) => stop.at < back);
  }
  const wanted = (root.stop ?? (step > 0 ? -1 : stops.length)) + step;
  return wanted >= 0 && wanted < stops.length ? wanted : -1;
}

function moveToStop(root, step) {
  const found = nextStop(root, step);
  if (found < 0) {
    root.told.textContent = step > 0 ? "Hierna is er geen bewijs meer." : "Hiervoor is er geen bewijs.";
    return;
  }
  showStop(root, found);
}

function showStop(root, number) {
  const stop = root.stops[number];
  root.stop = number;
  root.told.textContent = `Bewijs ${number + 1} van ${root.stops.length}` +
    `${stop.at === null ? "" : ` · ${clock(stop.at)}`} · ${stop.proves.join(" · ")}: ‘${stop.quote}’`;
  if (root.audio && stop.at !== null) seek(root, stop.at, false);
  root.showTurn(stop.turn);
}

function controls(root) {
  const bar = make("div", "controls");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Speler");
  if (root.audio) {
    root.playButton = button("play", "▶", "Afspelen (spatie)", () => toggle(root));
    root.time = make("span", "time", "0:00");
    bar.append(
      root.playButton,
      button("step", `−${STEP} s`, `−${STEP} s: ${STEP} seconden terug (pijl naar links)`, () => seek(root, root.audio.currentTime - STEP)),
      button("step", `+${STEP} s`, `+${STEP} s: ${STEP} seconden verder (pijl naar rechts)`, () => seek(root, root.audio.currentTime + STEP)),
      root.time,
    );
  }
  if (root.stops.length) {
    bar.append(
      button("step", "‹ Bewijs", "Vorig bewijs (toets J)", () => moveToStop(root, -1)),
      button("step", "Bewijs ›", "Volgend bewijs (toets K)", () => moveToStop(root, 1)),
    );
  }
  if (root.audio) bar.append(speedChoice(root.audio));
  return bar;
}

// Keys work while the focus is in the conversation: elsewhere a letter may be meant for something else.
function keys(root, event) {
  const at = event.composedPath()[0];
  if (event.ctrlKey || event.altKey || event.metaKey || at.closest("textarea, input, select, .editor")) return;
  const key = event.key.toLowerCase();
  const acts = { j: () => moveToStop(root, -1), k: () => moveToStop(root, 1) };
  if (at.closest(".turns")) acts.escape = () => window.dispatchEvent(new CustomEvent("klankbord:back")); // to what is answered beside it
  if (root.audio) {
    acts.arrowleft = () => seek(root, root.audio.currentTime - STEP);
    acts.arrowright = () => seek(root, root.audio.currentTime + STEP);
    if (!at.closest("button") || at.closest(".play")) acts[" "] = () => toggle(root);
  }
  if (!acts[key] || ((key === "j" || key === "k") && !root.stops.length)) return;
  event.preventDefault();
  event.stopPropagation();
  acts[key]();
}

// One audio element for as long as the recording is the same, so that a correction does not stop the sound.
function loadAudio(root, address) {
  if (root.address === address) return;
  root.audio?.pause();
  root.address = address;
  root.audio = null;
  if (!address) return;
  const audio = make("audio");
  audio.preload = "metadata";
  audio.src = address;
  // Streamlit may draw the whole screen anew; the sound then goes on where it was.
  const before = window.klankbordHeard;
  if (before?.address === address) audio.addEventListener("loadedmetadata", () => { audio.currentTime = before.seconds; }, { once: true });
  const tick = () => {
    if (audio.readyState > 0 && !audio.seeking) window.klankbordHeard = { address, seconds: audio.currentTime };
    root.tick();
  };
  for (const name of ["timeupdate", "seeked", "loadedmetadata", "play", "pause", "ended"]) audio.addEventListener(name, tick);
  audio.addEventListener("play", function frame() {
    root.tick();
    if (!audio.paused && audio.isConnected) requestAnimationFrame(frame);
  });
  audio.addEventListener("error", () => {
    root.told.textContent = "Dit geluid kan in deze browser niet worden afgespeeld. De tekst werkt gewoon.";
  });
  root.audio = audio;
}
