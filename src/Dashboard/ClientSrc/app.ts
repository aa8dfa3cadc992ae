// Pages come whole from the server. An island makes one element of them livelier, and its code is fetched only where there is such an element.
import { islands } from "islands";

for (const element of document.querySelectorAll<HTMLElement>("[data-island]"))
  void islands[element.dataset["island"] ?? ""]?.().then(island => island.start(element));
