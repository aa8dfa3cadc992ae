// The script of a report in one file: draws every chart at once, so that it can be printed without being scrolled through, and to the width of the paper.
import { draw } from "../Charts/chart";
import { plotly } from "./lib/plotly";

const paper = 620; // of A4 between its margins, less those of a chart

const figures = [...document.querySelectorAll<HTMLElement>("[data-island='chart']")];
for (const figure of figures) void draw(figure);

const width = (of: number | undefined) => {
  for (const figure of figures) {
    const plot = figure.querySelector<HTMLElement>(".plot");
    if (plot && figure.dataset["ready"] !== undefined) void plotly.relayout(plot, of === undefined ? { width: undefined, autosize: true } : { width: of });
  }
};
addEventListener("beforeprint", () => width(paper));
addEventListener("afterprint", () => width(undefined));
