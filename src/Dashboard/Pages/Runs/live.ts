// Follows a run: the server renders the part anew and sends it. Once the run has ended the page is asked for again, with what can be done then.
export function start(element: HTMLElement): void {
  const address = element.dataset["events"];
  if (!address) return;
  const source = new EventSource(address);
  source.addEventListener("part", event => { element.innerHTML = (event as MessageEvent<string>).data; });
  source.addEventListener("end", event => {
    element.innerHTML = (event as MessageEvent<string>).data;
    source.close();
    location.reload();
  });
}
