// Styles and scripts of all pages. A page brings its own: every Pages/**/*.css joins the style sheet,
// every *.ts beside a page or a chart is an island, loaded only where an element says data-island="its-name",
// and every Pages/**/*.build.mjs writes what else its page needs into the same folder.
import { build } from "esbuild";
import { readdirSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const find = (...places) => places.flatMap(([folder, extension]) =>
  readdirSync(folder, { recursive: true }).filter(f => f.endsWith(extension)).map(f => join(folder, f).replaceAll("\\", "/"))).sort();

const islands = {
  name: "islands",
  setup(b) {
    b.onResolve({ filter: /^islands$/ }, () => ({ path: "islands", namespace: "islands" }));
    b.onLoad({ filter: /.*/, namespace: "islands" }, () => ({
      contents: `export const islands = {${find(["Pages", ".ts"], ["Charts", ".ts"])
        .map(f => `${JSON.stringify(basename(f, ".ts"))}: () => import(${JSON.stringify(resolve(f))})`)
        .join(",")}};`,
      resolveDir: process.cwd(),
    }));
  },
};

const styles = {
  name: "styles",
  setup(b) {
    b.onResolve({ filter: /^all-styles$/ }, () => ({ path: "all-styles", namespace: "styles" }));
    b.onLoad({ filter: /.*/, namespace: "styles" }, () => ({
      contents: [...find(["Styles", ".css"]), ...find(["Pages", ".css"])].map(f => `@import ${JSON.stringify("./" + f)};`).join("\n"),
      loader: "css",
      resolveDir: process.cwd(),
    }));
  },
};

const common = { bundle: true, minify: true, target: "es2022", outdir: "wwwroot/dist", logLevel: "warning", legalComments: "linked" };

rmSync("wwwroot/dist", { recursive: true, force: true });
await build({ ...common, entryPoints: [{ in: "ClientSrc/app.ts", out: "app" }], format: "esm", splitting: true, chunkNames: "[name]-[hash]", plugins: [islands] });
await build({ ...common, entryPoints: [{ in: "all-styles", out: "app" }], plugins: [styles] });
for (const step of find(["Pages", ".build.mjs"])) (await import(pathToFileURL(resolve(step)).href)).default(common.outdir);
