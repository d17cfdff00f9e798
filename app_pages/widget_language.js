// Streamlit has no setting for the language of its own words (its issue 13500 and others), so this
// replaces them, word for word and only inside its own widgets: never in what people said or typed.
const WORDS = {
  "Upload": "Bestanden kiezen", "Browse files": "Bestanden kiezen", "Add files": "Bestanden toevoegen",
  "Drag and drop a file here": "Sleep een bestand hierheen", "Drag and drop files here": "Sleep bestanden hierheen",
  "Drag and drop file here": "Sleep een bestand hierheen",
  "No results": "Niets gevonden", "Select all": "Alles kiezen", "Clear all": "Alles wissen",
  "Clear value": "Keuze wissen", "Clear entry": "Wissen", "Open": "Openen", "Close": "Sluiten",
  "Selectbox options": "Keuzes", "Multiselect options": "Keuzes", "Choose an option": "Maak een keuze",
  "Choose options": "Maak een keuze", "Choose date": "Kies een datum", "Choose date range": "Kies een periode",
  "Clear date": "Datum wissen", "Clear dates": "Datums wissen", "Date range": "Periode", "Select...": "Kies …",
  "Quick select a date range": "Kies snel een periode",
  "Use arrow keys to navigate dates. Enter to select. Escape to close.":
    "Kies een datum met de pijltjestoetsen. Enter kiest, Escape sluit.",
  "Press Enter to apply": "Druk op Enter", "Press Enter to submit form": "Druk op Enter",
  "Press Ctrl+Enter to apply": "Druk op Ctrl+Enter", "Press Ctrl+Enter to submit form": "Ctrl+Enter bewaart",
  "Stop": "Stoppen", "Running...": "Bezig …", "Rerun": "Opnieuw laden", "Print": "Afdrukken",
  "Main menu": "Menu", "Skip to main content": "Naar de inhoud", "App pages": "Schermen",
  "Expand sidebar": "Menu openen", "Collapse sidebar": "Menu sluiten", "View less": "Minder tonen",
  "Navigate to home page": "Naar Start", "Sidebar": "Menu", "Main": "Inhoud", "Notifications": "Meldingen",
  "Scroll tabs left": "Tabs naar links", "Scroll tabs right": "Tabs naar rechts", "Toolbar action": "Actie",
  "Vega visualization": "Grafiek", "visualization": "grafiek", "Fullscreen": "Volledig scherm", "Close fullscreen": "Volledig scherm sluiten", "Help": "Uitleg", "yyyy": "jjjj", "HH": "uu",
  "Dismiss": "Sluiten", "Cancel": "Annuleren", "Retry": "Opnieuw proberen", "Try again": "Opnieuw proberen",
  "Delete": "Verwijderen", "Remove": "Verwijderen", "Done": "Klaar", "Error": "Fout", "Warning": "Let op",
  "Previous month": "Vorige maand", "Next month": "Volgende maand", "file upload": "bestanden",
  "Previous page": "Vorige bladzijde", "Next page": "Volgende bladzijde", "Pagination": "Bladzijden",
  "Scrollable table": "Tabel", "Page not found": "Dit scherm bestaat niet",
  "Connecting": "Verbinden …", "CONNECTING": "VERBINDEN …", "Connecting...": "Verbinden …",
  "Connection error": "Geen verbinding", "Please wait...": "Even geduld …", "File change.": "Bestand gewijzigd.",
  "Connection lost. Please wait for the app to reconnect, then try again.":
    "De verbinding is weg. Wacht tot Klankbord weer verbonden is en probeer het dan opnieuw.",
  "Unable to connect to Streamlit server": "Klankbord is niet bereikbaar",
  "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
    "Draait Klankbord nog? Start het zo nodig opnieuw:",
  "Network error": "Netwerkfout", "Error uploading file": "Het uploaden is mislukt",
  "The page that you have requested does not seem to exist. Running the app's main page.":
    "Dit scherm bestaat niet. U ziet nu Start.",
};
const PATTERNS = [
  [/^(?:Limit )?(\d+)\s?([KMG]B) per file(.*)$/s, (m) => `Tot ${m[1]} ${m[2]} per bestand${m[3]}`],
  [/^(day|month|year), (.+)$/s, (m) => `${{ day: "dag", month: "maand", year: "jaar" }[m[1]]}, ${m[2]}`],
  [/^Choose date(?: range)?, (.+)$/s, (m) => `Kies een datum, ${m[1]}`],
  [/^(\d+) options? available\.(.*)$/s, (m) => `${m[1]} ${m[1] === "1" ? "keuze" : "keuzes"}.${m[2]}`],
  [/^per file$/, () => "per bestand"],
  [/^(.+) files are not allowed\.$/, (m) => `Bestanden van de soort ${m[1]} kunnen hier niet.`],
  [/^Remove (.+)$/s, (m) => `${m[1]} verwijderen`],
  [/^Help for (.+)$/s, (m) => `Uitleg bij ${m[1]}`],
  [/^Page (\d+)$/, (m) => `Bladzijde ${m[1]}`],
  [/^Selected (.+)\. (.+)$/s, (m) => `Gekozen: ${m[1]}. ${m[2]}`],
  [/^File must be (.+) or smaller\.?$/, (m) => `Dit bestand is te groot: hoogstens ${m[1]}.`],
  [/^This app has encountered an error\..*$/s, () =>
    "Er ging iets mis in Klankbord. Er is niets verloren. Laad de pagina opnieuw; " +
    "blijft dit zo, vraag dan uw beheerder om in het logboek te kijken."],
];
const ATTRIBUTES = ["aria-label", "title", "placeholder", "aria-description", "aria-roledescription"];
// Text of others sits in these: it may hold the same words, and must stay as it is.
const OTHERS = "[data-testid='stHtml'],[data-testid='stMarkdownContainer'],[data-testid='stFileUploaderFileName']," +
  "[data-testid='stBidiComponent'],[role='option'],textarea,code";
const OURS_ANYWAY = "[data-testid='stTooltipContent'],[data-testid='stException'],[data-testid='stFileUploaderDropzone']";

function translated(text) {
  const trimmed = text.trim();
  if (!trimmed) return text;
  if (Object.hasOwn(WORDS, trimmed)) return text.replace(trimmed, WORDS[trimmed]);
  for (const [pattern, dutch] of PATTERNS) {
    const match = trimmed.match(pattern);
    if (match) return dutch(match);
  }
  return text;
}

function ofOthers(element) {
  return element && element.closest(OTHERS) && !element.closest(OURS_ANYWAY);
}

// A list of choices holds text of others, and two lines of Streamlit itself.
function ownLine(node) {
  return ["No results", "Select all"].includes(node.data.trim()) && node.parentElement?.closest("[role='listbox']");
}

function translateText(node) {
  if (ofOthers(node.parentElement) && !ownLine(node)) return;
  const dutch = translated(node.data);
  if (dutch !== node.data) node.data = dutch;
}

// What Streamlit's own markup tells a screen reader wrongly: a second head of the page, a part without a
// role, a picture of which every line and dot would be read aloud in English.
function mend(element) {
  if (element.matches("[role='dialog'] header:not([role])")) element.setAttribute("role", "presentation");
  if (element.matches("[data-testid='stVegaLiteChart'] > svg")) {
    element.setAttribute("aria-hidden", "true");
    element.parentElement.setAttribute("role", "img");
  }
  if (element.matches("[data-testid='stFileUploaderDropzone'][role='presentation']")) element.setAttribute("role", "group");
}

function translateElement(element) {
  mend(element);
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (!value || ofOthers(element)) continue;
    const dutch = translated(value);
    if (dutch !== value) element.setAttribute(name, dutch);
  }
}

function translateTree(root) {
  if (root.nodeType === Node.TEXT_NODE) return translateText(root);
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  translateElement(root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) translateText(node);
    else translateElement(node);
  }
}

function start() {
  document.documentElement.lang = "nl";
  // Calendars follow the browser; here every screen is Dutch, whatever the browser's language.
  Object.defineProperty(navigator, "language", { get: () => "nl-NL", configurable: true });
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "characterData") translateText(change.target);
      else if (change.type === "attributes") translateElement(change.target);
      else change.addedNodes.forEach(translateTree);
    }
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
  translateTree(document.body);
}

export default function () {
  if (window.klankbordSpeaksDutch) return;
  window.klankbordSpeaksDutch = true;
  start();
}
