// Waits for the simulated week and shows how far it is; when it is there the page is asked for again, complete.
export function start(element: HTMLElement): void {
  const address = element.dataset["progress"];
  const bar = element.querySelector("progress");
  if (!address || !bar) return;
  const ask = async () => {
    try {
      const answer = await fetch(address, { cache: "no-store" });
      const { ready, done } = await answer.json() as { ready: boolean; done: number };
      if (ready) return location.reload();
      bar.value = done;
    } catch {
      // The program may be restarting: the next question will tell.
    }
    setTimeout(() => void ask(), 1000);
  };
  void ask();
}
