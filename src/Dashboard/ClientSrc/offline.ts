// The script of a report in one file: draws every chart at once, so that it can be printed without being scrolled through.
import { draw } from "../Charts/chart";

for (const figure of document.querySelectorAll<HTMLElement>("[data-island='chart']")) void draw(figure);
