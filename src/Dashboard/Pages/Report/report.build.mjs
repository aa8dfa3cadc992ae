// The script that a report in one file carries: charts and their library in one piece, with nothing left to fetch.
import { buildSync } from "esbuild";

export default function build(folder) {
  buildSync({ entryPoints: [{ in: "ClientSrc/offline.ts", out: "offline" }], bundle: true, minify: true, format: "iife", target: "es2022", outdir: folder, logLevel: "warning", legalComments: "inline" });
}
