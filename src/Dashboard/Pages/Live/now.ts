// Follows the twin: the server renders each part anew when it has something new to say. What the reader has opened stays open.
import { islands } from "islands";

export function start(page: HTMLElement): void {
  const address = page.dataset["events"];
  if (!address) return;
  const source = new EventSource(address);
  const lost = page.querySelector<HTMLElement>("[data-lost]");
  for (const part of ["now", "ahead", "fork"])
    source.addEventListener(part, event => put(page.querySelector(`[data-part="${part}"]`), (event as MessageEvent<string>).data));
  source.addEventListener("again", () => { source.close(); location.reload(); });
  source.addEventListener("open", () => { if (lost) lost.hidden = true; });
  source.addEventListener("error", () => { if (lost) lost.hidden = false; });
  addEventListener("pagehide", () => source.close());
}

function put(place: HTMLElement | null, html: string): void {
  if (!place) return;
  const open = [...place.querySelectorAll("details")].map(d => d.open);
  const scrolled = [...place.querySelectorAll(".scroll")].map(s => s.scrollLeft);
  const focused = [...place.querySelectorAll<HTMLElement>(focusable)].indexOf(document.activeElement as HTMLElement);
  place.innerHTML = html;
  place.querySelectorAll("details").forEach((d, i) => { d.open = open[i] ?? d.open; });
  place.querySelectorAll(".scroll").forEach((s, i) => { s.scrollLeft = scrolled[i] ?? 0; });
  if (focused >= 0) place.querySelectorAll<HTMLElement>(focusable)[focused]?.focus({ preventScroll: true });
  for (const element of place.querySelectorAll<HTMLElement>("[data-island]"))
    void islands[element.dataset["island"] ?? ""]?.().then(island => island.start(element));
}

const focusable = "a[href], button, summary, [tabindex='0']";
