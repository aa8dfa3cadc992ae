// Plays the simulated day. The page is whole without this: it stands at one instant, and a form leads to others.
// Moving in time only changes numbers, circles and marks that stand there already; nothing is laid out anew.
interface Side { post: number; way: number; queue: number[]; inside: number[] }
interface Lane { duty: number[]; busy: number[]; waiting: number[] }
interface Day { step: number; sides: Side[]; lanes: Lane[] }
type Series = Uint16Array;
/** Draws picture t if it differs from what is there. */
type Draw = (t: number) => void;

export async function start(root: HTMLElement): Promise<void> {
  const slider = root.querySelector<HTMLInputElement>(".scrub input[type=range]");
  const bar = root.querySelector<HTMLElement>(".scrub");
  const button = bar?.querySelector("button");
  if (!slider || !bar || !button) return;
  const days = await Promise.all((JSON.parse(root.dataset["sources"] ?? "[]") as string[]).map(async source => {
    const answer = await fetch(source);
    if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
    return await answer.json() as Day;
  }));
  const step = days[0]!.step;
  const draw = [...figures(root, days), ...clocks(root, slider, days, step), ...lists(root, step)];
  let shown = Number(root.dataset["picture"]);
  let wanted = shown;
  let queued = false;
  const show = (t: number) => {
    wanted = Math.max(0, Math.min(Number(slider.max), t));
    slider.value = String(wanted);
    if (queued) return;
    queued = true;
    requestAnimationFrame(() => {
      queued = false;
      if (wanted === shown) return;
      shown = wanted;
      for (const d of draw) d(shown);
      settle(root, clock(shown, step));
    });
  };
  slider.addEventListener("input", () => { halt(); show(Number(slider.value)); });
  slider.addEventListener("keydown", event => {
    const hours = { PageUp: 1, PageDown: -1 }[event.key];
    if (hours === undefined) return;
    event.preventDefault();
    halt();
    show(wanted + hours * 60 / step);
  });
  // What was closed was left as it stood: bring it up to the instant when it opens.
  for (const part of root.querySelectorAll("details")) part.addEventListener("toggle", () => { for (const d of draw) d(shown); });

  let playing = 0;
  const halt = () => {
    cancelAnimationFrame(playing);
    playing = 0;
    button.textContent = button.dataset["play"] ?? "";
  };
  button.addEventListener("click", () => {
    if (playing) {
      // Stands at what is shown: a picture that was due would move the clock once more.
      show(shown);
      return halt();
    }
    button.textContent = button.dataset["pause"] ?? "";
    const from = wanted >= Number(slider.max) ? 0 : wanted;
    let begun = 0;
    const tick = (now: number) => {
      begun ||= now;
      const t = from + Math.floor((now - begun) / 80); // an hour a second
      show(t);
      if (t >= Number(slider.max)) return halt();
      playing = requestAnimationFrame(tick);
    };
    playing = requestAnimationFrame(tick);
  });
  for (const link of root.querySelectorAll<HTMLAnchorElement>("a[data-keep]"))
    link.addEventListener("click", () => { link.href = at(link.href, clock(shown, step)); });
  bar.hidden = false;
  root.dataset["ready"] = "";
}

/** Numbers, circles, bars and rows, each bound to its own series. */
function figures(root: HTMLElement, days: Day[]): Draw[] {
  const length = days[0]!.sides[0]!.queue.length;
  const sums = new Map<string, Series>();
  const lanes = days.map(d => d.lanes.map(l => ({ d: Uint16Array.from(l.duty), b: Uint16Array.from(l.busy), w: Uint16Array.from(l.waiting) })));
  /** `scene.post.way.kind` for trucks (a star for all), `scene.lane.kind` for lanes. */
  const series = (name: string): Series => {
    const known = sums.get(name);
    if (known) return known;
    const parts = name.split(".");
    const scene = Number(parts[0]);
    if (parts.length === 3) return lanes[scene]![Number(parts[1])]![parts[2] as "d" | "b" | "w"];
    const [, post, way, kind] = parts;
    const sum = new Uint16Array(length);
    for (const side of days[scene]!.sides) {
      if ((post !== "*" && side.post !== Number(post)) || (way !== "*" && side.way !== Number(way))) continue;
      for (let t = 0; t < length; t++) sum[t]! += (kind !== "i" ? side.queue[t]! : 0) + (kind !== "q" ? side.inside[t]! : 0);
    }
    sums.set(name, sum);
    return sum;
  };
  const bound = <T extends Element>(selector: string, name: (e: T) => string, set: (e: T, value: number) => void): Draw[] =>
    [...root.querySelectorAll<T>(selector)].map(e => {
      const own = series(name(e));
      const inside = e.closest("details");
      let last = -1;
      return t => {
        if (inside && !inside.open) return;
        const value = own[t]!;
        if (value === last) return;
        last = value;
        set(e, value);
      };
    });
  const names = JSON.parse(root.dataset["names"] ?? "[]") as string[];
  return [
    ...bound<HTMLElement>("[data-n]", e => e.dataset["n"]!, (e, value) => { text(e, String(value)); }),
    ...bound<SVGCircleElement>("[data-c]", e => e.dataset["c"]!, circle),
    ...bound<HTMLElement>("[data-w]", e => e.dataset["w"]!, (e, value) => { e.style.transform = `scaleX(${Math.min(1, value / Number(e.dataset["most"]))})`; }),
    ...bound<HTMLElement>("[data-lane]", e => `${e.dataset["lane"]}.d`, (e, value) => { e.classList.toggle("closed", value === 0); }),
    ...[...root.querySelectorAll<HTMLElement>("[data-longest]")].map(e => {
      const scene = e.dataset["longest"]!;
      const count = root.querySelector<HTMLElement>(`[data-longest-count="${scene}"]`);
      const lines = names.map((_, i) => series(`${scene}.${i >> 1}.${i & 1}.q`));
      return (t: number) => {
        let longest = 0;
        lines.forEach((line, i) => { if (line[t]! > lines[longest]![t]!) longest = i; });
        text(e, names[longest]!);
        if (count) text(count, String(lines[longest]![t]!));
      };
    }),
  ];
}

/** A circle touches the border and grows along the road; its area is the number. */
function circle(e: SVGCircleElement, trucks: number): void {
  const [x, y, dx, dy, scale] = e.dataset["at"]!.split(" ").map(Number) as [number, number, number, number, number];
  const radius = scale * Math.sqrt(trucks);
  e.setAttribute("cx", (x + dx * radius).toFixed(2));
  e.setAttribute("cy", (y + dy * radius).toFixed(2));
  e.setAttribute("r", radius.toFixed(2));
}

function clocks(root: HTMLElement, slider: HTMLInputElement, days: Day[], step: number): Draw[] {
  const faces = [...root.querySelectorAll<HTMLElement>("[data-clock]")];
  const frames = [...root.querySelectorAll<HTMLElement>(".heat .frame")];
  const field = root.querySelector<HTMLInputElement>("input[name=t]");
  const total = (t: number, also: boolean) => days[0]!.sides.reduce((sum, s) => sum + s.queue[t]! + (also ? s.inside[t]! : 0), 0);
  const say = slider.dataset["say"] ?? "";
  const tell: Draw = t => slider.setAttribute("aria-valuetext", say.replace("{t}", clock(t, step)).replace("{n}", String(total(t, true))).replace("{q}", String(total(t, false))));
  tell(Number(slider.value));
  return [
    tell,
    t => {
      for (const face of faces) text(face, clock(t + Number(face.dataset["clock"] || 0) / step, step));
      if (field) field.value = clock(t, step);
    },
    t => { for (const frame of frames) frame.style.setProperty("--h", String(Math.floor(t * step / 60))); },
  ];
}

/** The last few events before the instant. */
function lists(root: HTMLElement, step: number): Draw[] {
  return [...root.querySelectorAll<HTMLOListElement>(".news ol")].map(list => {
    const items = [...list.children] as HTMLElement[];
    const minutes = items.map(i => Number(i.dataset["minute"]));
    const most = Number(list.dataset["shown"]);
    const none = list.previousElementSibling as HTMLElement | null;
    return t => {
      let past = 0;
      while (past < minutes.length && minutes[past]! <= t * step) past++;
      items.forEach((item, i) => {
        const hidden = i >= past || i < past - most;
        if (item.hidden !== hidden) item.hidden = hidden;
      });
      if (none) none.hidden = past > 0;
    };
  });
}

const clock = (picture: number, step: number): string => {
  const minute = (picture * step) % 1440;
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
};

const at = (address: string, time: string): string => {
  const url = new URL(address, location.href);
  url.searchParams.set("t", time);
  return url.href.replace(/t=(\d\d)%3A(\d\d)/, "t=$1:$2");
};

/** A number that stands there as text: only the text changes. */
function text(e: Element, value: string): void {
  const node = e.firstChild;
  if (node instanceof Text && !node.nextSibling) {
    if (node.data !== value) node.data = value;
  } else {
    e.textContent = value;
  }
}

let pending = 0;

/** Once the reader has come to rest, the address names the instant. */
function settle(root: HTMLElement, time: string): void {
  clearTimeout(pending);
  pending = setTimeout(() => {
    const here = root.querySelector<HTMLAnchorElement>("[data-here]");
    if (!here) return;
    here.href = at(here.href, time);
    history.replaceState(history.state, "", here.href);
  }, 200) as unknown as number;
}
