// Draws the chart whose description stands beside it in the page. The table below it says the same, so nothing is lost without script.
import { savePicture } from "../ClientSrc/lib/picture";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
interface Description { data: Json[]; layout: { [key: string]: Json }; locale: string }

const library = () => import("../ClientSrc/lib/plotly");

export function start(figure: HTMLElement): void {
  const seen = new IntersectionObserver(entries => {
    if (!entries.some(e => e.isIntersecting)) return;
    seen.disconnect();
    void draw(figure);
  }, { rootMargin: "300px" });
  seen.observe(figure);
}

/** Draws at once. */
export async function draw(figure: HTMLElement): Promise<void> {
  const plot = figure.querySelector<HTMLElement>(".plot");
  const source = figure.querySelector("script[type='application/json']")?.textContent;
  if (!plot || !source) return;
  const { plotly, configuration } = await library();
  const description = JSON.parse(source) as Description;
  const picture = { name: "picture", title: figure.dataset["save"] ?? "PNG", icon: plotly.Icons.camera, click: () => void savePicture(figure, plot, plotly) };
  const paint = async () => {
    const coloured = inColours(description as unknown as Json, getComputedStyle(figure)) as unknown as Description;
    await plotly.react(plot, coloured.data, withSurroundings(coloured.layout, getComputedStyle(figure), plot.clientWidth), configuration(description.locale, [picture]));
    figure.dataset["ready"] = "";
  };
  await paint();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => void paint());
  let width = plot.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(plot.clientWidth - width) < 2) return;
    width = plot.clientWidth;
    void paint();
  }).observe(plot);
}

/** Colours are named in the description and chosen by the style sheet: light, dark and print need no other figure. */
function inColours(value: Json, style: CSSStyleDeclaration): Json {
  if (typeof value === "string") return value.startsWith("ink:") ? ink(value.slice(4), style) : value;
  if (Array.isArray(value)) return value.map(v => inColours(v, style));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, inColours(v, style)]));
  return value;
}

/** A colour by its name, perhaps with how much of it is laid on: `series1@0.25`. The style sheet writes colours as six hexadecimal digits. */
function ink(name: string, style: CSSStyleDeclaration): string {
  const [colour = "", part] = name.split("@");
  const solid = style.getPropertyValue(`--${colour}`).trim();
  return part ? solid + Math.round(255 * Number(part)).toString(16).padStart(2, "0") : solid;
}

function withSurroundings(layout: { [key: string]: Json }, style: CSSStyleDeclaration, width: number): object {
  const ink = style.getPropertyValue("--ink").trim();
  const rule = style.getPropertyValue("--rule").trim();
  const axis = (own: Json | undefined) => ({ gridcolor: rule, zerolinecolor: style.getPropertyValue("--muted").trim(), linecolor: rule, automargin: true, fixedrange: true, ...(own as object) });
  return {
    ...layout,
    font: { family: style.fontFamily, size: width < 480 ? 11 : 13, color: ink },
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
    hoverlabel: { bgcolor: style.getPropertyValue("--surface").trim(), bordercolor: rule, font: { color: ink } },
    xaxis: axis(layout["xaxis"]), yaxis: axis(layout["yaxis"]),
    modebar: { bgcolor: "rgba(0,0,0,0)", color: style.getPropertyValue("--muted").trim(), activecolor: ink },
    autosize: true,
  };
}
