// The chart library and its languages. Fetched when the first chart comes into view.
import plotly from "plotly.js-cartesian-dist-min";
import spanish from "plotly.js-locales/es.js";

// Language and way of writing numbers are two settings: es-point, es-comma, en-point, en-comma.
for (const [tongue, base] of [["es", spanish], ["en", { dictionary: {}, format: {} }]] as const)
  for (const [numbers, decimal] of [["point", "."], ["comma", ","]] as const)
    plotly.register({ ...base, moduleType: "locale", name: `${tongue}-${numbers}`, format: { ...base.format, decimal, thousands: "\u2009", grouping: [3] } });

/** Nothing is sent anywhere: the library's own button for that is off. */
export const configuration = (locale: string, buttons: object[]) => ({
  locale, responsive: false, displaylogo: false, showSendToCloud: false, plotlyServerURL: "", topojsonURL: "",
  modeBarButtonsToRemove: ["select2d", "lasso2d", "zoom2d", "pan2d", "zoomIn2d", "zoomOut2d", "autoScale2d", "resetScale2d", "toImage"],
  modeBarButtonsToAdd: buttons,
});

export { plotly };
