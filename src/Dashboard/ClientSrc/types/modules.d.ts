// What the build provides and what the chart library is called with.
declare module "islands" {
  export const islands: Record<string, () => Promise<{ start(element: HTMLElement): void | Promise<void> }>>;
}

declare module "plotly.js-cartesian-dist-min" {
  export interface Plotly {
    newPlot(element: HTMLElement, data: unknown[], layout: object, config: object): Promise<void>;
    react(element: HTMLElement, data: unknown[], layout: object, config: object): Promise<void>;
    relayout(element: HTMLElement, layout: object): Promise<void>;
    register(module: object): void;
    toImage(element: HTMLElement, options: object): Promise<string>;
    Icons: Record<string, object>;
    Plots: { resize(element: HTMLElement): void };
  }
  const plotly: Plotly;
  export default plotly;
}

declare module "plotly.js-locales/*" {
  const locale: { name: string; dictionary: Record<string, string>; format: Record<string, unknown> };
  export default locale;
}
