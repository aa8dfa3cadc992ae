// The builder's form is whole without this. With it, what is typed is checked and kept at once, and steps can be taken back.
// The server alone knows what is right: every answer comes from the same endpoints the form uses without script.
const Pause = 350;

export function start(form: HTMLFormElement): void {
  const say = form.dataset;
  const status = form.querySelector<HTMLElement>("[data-status]")!;
  const before = stepsOf(say["draft"]!, text(form)), steps = before.steps;
  let at = before.at;
  let timer = 0;
  let turn = 0;
  let stopped = false;

  const button = (name: string) => form.querySelector<HTMLButtonElement>(`[data-step="${name}"]`)!;
  const showSteps = () => {
    for (const name of ["undo", "redo"]) button(name).hidden = false;
    button("undo").disabled = at === 0;
    button("redo").disabled = at === steps.length - 1;
    try { sessionStorage.setItem(stepsKey(say["draft"]!), JSON.stringify({ steps, at })); } catch { /* Steps are not kept over a reload then. */ }
  };
  const remember = () => {
    const now = text(form);
    if (now === steps[at]) return false;
    steps.splice(++at, steps.length, now);
    if (steps.length > 200) { steps.shift(); at--; }
    return true;
  };

  const check = async () => {
    const mine = ++turn;
    try {
      const answer = await post("/scenarios/validate", text(form, true));
      const html = await answer.text();
      if (mine !== turn || (answer.status !== 200 && answer.status !== 422)) return;
      form.querySelector("[data-preview]")!.innerHTML = html;
      showProblems(form);
    } catch { /* The next change asks again. */ }
  };

  // One after the other: each says which revision it knows, and two at once would take one another for another tab.
  let keeping = Promise.resolve();
  const keep = (over = false) => keeping = keeping.then(() => keepNow(over));
  const keepNow = async (over: boolean) => {
    if (stopped && !over) return;
    try {
      const answer = await post(`/scenarios/drafts/${say["draft"]}`, text(form, true) + (over ? "&mine=1" : ""));
      const kept = await answer.json() as { revision: number; kept?: string };
      const other = form.querySelector<HTMLElement>("[data-other]")!;
      if (answer.status === 409) {
        stopped = true;
        other.hidden = false;
        status.textContent = "";
        return;
      }
      if (!answer.ok) throw new Error();
      stopped = false;
      other.hidden = true;
      form.querySelector<HTMLInputElement>("[name=revision]")!.value = String(kept.revision);
      if (location.pathname === "/scenarios/new" && !location.search.includes("draft=")) {
        const language = new URLSearchParams(location.search).get("lang");
        history.replaceState(null, "", `/scenarios/new?draft=${say["draft"]}${language ? `&lang=${language}` : ""}`);
      }
      const count = Number(form.querySelector<HTMLElement>(".preview-body")?.dataset["count"] ?? 0);
      status.textContent = `${count === 0 ? say["right"] : `${count} ${say["wrong"]}`} · ${say["kept"]} ${new Date(kept.kept!).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false })}`;
      form.dataset["settled"] = String(kept.revision);
    } catch {
      status.textContent = say["failed"]!;
    }
  };

  const changed = () => {
    if (!remember()) return;
    showSteps();
    delete form.dataset["settled"];
    void check().then(() => keep());
  };

  /** Puts the form into another state: the server renders it, the open parts stay open, the focus stays where it was. */
  const reshape = async (fields: string) => {
    const open = [...form.querySelectorAll("details")].map(d => d.open);
    const focus = (document.activeElement as HTMLInputElement | null)?.name || document.activeElement?.id;
    const step = (document.activeElement as HTMLElement | null)?.dataset["step"];
    const answer = await post("/scenarios/form", fields);
    if (!answer.ok) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("#builder .fields-column");
    if (!fresh) return false;
    const before = form.querySelectorAll(".fields-column > *").length;
    form.querySelector(".fields-column")!.replaceChildren(...fresh.childNodes);
    if (form.querySelectorAll(".fields-column > *").length === before) form.querySelectorAll("details").forEach((d, i) => { if (open[i]) d.open = true; });
    form.querySelector("[data-preview]")!.innerHTML = page.querySelector("[data-preview]")?.innerHTML ?? "";
    showProblems(form);
    if (!step && focus) (form.elements.namedItem(focus) as HTMLElement | null)?.focus?.();
    return true;
  };

  const step = async (by: number) => {
    const to = at + by;
    if (to < 0 || to >= steps.length) return;
    if (!await reshape(withTokens(form, steps[to]!))) return;
    at = to;
    showSteps();
    if (button(by < 0 ? "undo" : "redo").disabled) button(by < 0 ? "redo" : "undo").focus();
    void keep();
  };

  form.addEventListener("input", () => { clearTimeout(timer); timer = window.setTimeout(changed, Pause); });
  form.addEventListener("change", () => { clearTimeout(timer); changed(); });
  form.addEventListener("click", event => {
    const pressed = (event.target as HTMLElement).closest<HTMLElement>("button");
    if (!pressed) return;
    const by = pressed.dataset["step"];
    if (by) void step(by === "undo" ? -1 : 1);
    else if (pressed.hasAttribute("data-mine")) void keep(true);
    else if (pressed.dataset["value"] !== undefined) {
      const field = form.elements.namedItem(pressed.dataset["of"]!) as HTMLInputElement;
      field.value = pressed.dataset["value"];
      field.focus();
      changed();
    }
  });
  form.addEventListener("submit", event => {
    const by = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    if (by?.getAttribute("formaction") !== "/scenarios/form") return;
    event.preventDefault();
    clearTimeout(timer);
    remember();
    void reshape(`${text(form, true)}&${encodeURIComponent(by.name)}=${encodeURIComponent(by.value)}`).then(done => {
      if (!done || !remember()) return;
      showSteps();
      void keep();
    });
  });
  document.addEventListener("keydown", event => {
    const typing = (event.target as HTMLElement).matches("input:not([type=checkbox]), textarea");
    if (typing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const back = event.key === "z" && !event.shiftKey, forth = event.key === "y" || (event.key.toLowerCase() === "z" && event.shiftKey);
    if (!back && !forth) return;
    event.preventDefault();
    void step(back ? -1 : 1);
  });

  for (const anchor of document.querySelectorAll<HTMLAnchorElement>("[data-theirs]")) anchor.addEventListener("click", () => { stopped = true; });
  // Links to a field open whatever it is folded into.
  form.addEventListener("click", event => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>(".problems a");
    const field = link && form.elements.namedItem(decodeURIComponent(link.hash.slice(1)));
    if (!link || !field) return;
    event.preventDefault();
    const element = (field instanceof RadioNodeList ? field[0] : field) as HTMLElement;
    for (let d = element.closest("details"); d; d = d.parentElement?.closest("details") ?? null) d.open = true;
    element.focus();
  });
  showSteps();
  form.dataset["ready"] = "";
}

const stepsKey = (draft: string) => `steps ${draft}`;

/** The steps of this tab before it was reloaded, if they lead to what the form holds now. */
function stepsOf(draft: string, now: string): { steps: string[]; at: number } {
  try {
    const kept = JSON.parse(sessionStorage.getItem(stepsKey(draft)) ?? "null") as { steps: string[]; at: number } | null;
    if (kept && sameButId(kept.steps[kept.at]!, now)) return kept;
  } catch { /* Nothing kept, or not by us. */ }
  return { steps: [now], at: 0 };
}

/** The server proposes an id where none was given. */
function sameButId(a: string, b: string): boolean {
  const bare = (state: string) => [...new URLSearchParams(state)].filter(([name]) => name !== "id").join("\n");
  return bare(a) === bare(b);
}

/** The form's fields as text; tokens and revision only where they are sent. */
function text(form: HTMLFormElement, whole = false): string {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && (whole || !own.includes(name))) fields.append(name, value);
  return fields.toString();
}

const own = ["forgery-token", "revision"];

function withTokens(form: HTMLFormElement, state: string): string {
  const fields = new URLSearchParams(state);
  for (const name of own) fields.set(name, (form.elements.namedItem(name) as HTMLInputElement).value);
  return fields.toString();
}

const post = (path: string, body: string) => fetch(path, { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded" } });

/** What the list of problems says of a field, also beside the field. */
function showProblems(form: HTMLFormElement): void {
  for (const place of form.querySelectorAll<HTMLElement>("[data-error]")) {
    place.hidden = true;
    place.replaceChildren();
    (form.elements.namedItem(place.dataset["error"]!) as HTMLElement | null)?.removeAttribute?.("aria-invalid");
  }
  for (const problem of form.querySelectorAll<HTMLElement>(".problems [data-field]")) {
    const name = problem.dataset["field"]!;
    const place = [...form.querySelectorAll<HTMLElement>("[data-error]")].find(e => e.dataset["error"] === name);
    if (!place) continue;
    const words = document.createElement("span");
    words.textContent = problem.dataset["text"]!;
    place.append(words);
    place.hidden = false;
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement) || field.type === "checkbox") continue;
    field.setAttribute("aria-invalid", "true");
    const nearest = problem.dataset["nearest"];
    if (!nearest) continue;
    const take = document.createElement("button");
    take.type = "button";
    take.className = "quiet";
    take.dataset["of"] = name;
    take.dataset["value"] = nearest;
    take.textContent = `${form.dataset["use"]} ${nearest}`;
    place.append(take);
  }
}
