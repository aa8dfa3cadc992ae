// Works the cost out again when the form changes.
export function start(form: HTMLElement): void {
  const target = document.getElementById("cost");
  if (!(form instanceof HTMLFormElement) || !target) return;
  let wait: ReturnType<typeof setTimeout> | undefined;
  let latest: AbortController | undefined;
  form.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => void refresh(), 300);
  });

  async function refresh(): Promise<void> {
    latest?.abort();
    latest = new AbortController();
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form as HTMLFormElement)) if (name !== "forgery-token") fields.append(name, String(value));
    fields.set("lang", document.documentElement.lang);
    try {
      const answer = await fetch(`/runs/estimate?${fields}`, { signal: latest.signal });
      if (answer.ok && target) target.innerHTML = await answer.text();
    } catch (fault) {
      if (!(fault instanceof DOMException)) throw fault;
    }
  }
}
