// The countries round the corridor, clipped from Natural Earth and drawn once, at build: the pages place posts and route over them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { feature } from "topojson-client";

// What the map shows, degrees; and its width in its own units, in which posts and route are drawn too.
const frame = { west: -92.6, east: -78.6, south: 7.0, north: 16.1 };
const width = 1000;
const scale = width / (frame.east - frame.west);
// A plate carrée whose degrees are equally long both ways in the middle of the frame.
const stretch = 1 / Math.cos(((frame.north + frame.south) / 2) * Math.PI / 180);
const height = Math.round((frame.north - frame.south) * scale * stretch);
const finest = 0.9; // a bend smaller than this is not seen

// ISO 3166 numbers in the atlas, and the codes of the model. The other neighbours are drawn without a name.
const named = { "320": "GT", "222": "SV", "340": "HN", "558": "NI", "188": "CR", "591": "PA" };
const neighbours = ["484", "084", "170"];

const project = ([longitude, latitude]) => [(longitude - frame.west) * scale, (frame.north - latitude) * scale * stretch];

/** Clips a ring by one edge (Sutherland and Hodgman). */
function clipped(ring, inside, cut) {
  const out = [];
  ring.forEach((to, i) => {
    const from = ring[(i + ring.length - 1) % ring.length];
    if (inside(to) !== inside(from)) out.push(cut(from, to));
    if (inside(to)) out.push(to);
  });
  return out;
}

function within(ring) {
  const margin = 4; // so that no coast runs along the edge
  const at = (axis, value) => (a, b) => {
    const part = (value - a[axis]) / (b[axis] - a[axis]);
    return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
  };
  for (const [axis, low, high] of [[0, -margin, width + margin], [1, -margin, height + margin]]) {
    ring = clipped(ring, p => p[axis] >= low, at(axis, low));
    ring = clipped(ring, p => p[axis] <= high, at(axis, high));
  }
  return ring;
}

/** Leaves out points that lie within a distance of the line without them (Douglas and Peucker). */
function simplified(points, tolerance) {
  if (points.length < 3) return points;
  const [first, last] = [points[0], points.at(-1)];
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const length = Math.hypot(dx, dy);
  let farthest = 0, index = 0;
  for (let i = 1; i < points.length - 1; i++) {
    const [x, y] = [points[i][0] - first[0], points[i][1] - first[1]];
    const distance = length < 1e-9 ? Math.hypot(x, y) : Math.abs(x * dy - y * dx) / length;
    if (distance > farthest) [farthest, index] = [distance, i];
  }
  if (farthest <= tolerance) return [first, last];
  return [...simplified(points.slice(0, index + 1), tolerance).slice(0, -1), ...simplified(points.slice(index), tolerance)];
}

function path(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map(ring => simplified(within(ring.map(project)), finest / 2))
    .filter(ring => ring.length > 3)
    .map(ring => {
      const whole = ring.map(p => p.map(v => Math.round(v * 2)));
      let [x, y] = whole[0];
      const steps = whole.slice(1).map(p => {
        const step = [p[0] - x, p[1] - y];
        [x, y] = p;
        return step;
      }).filter(s => s[0] !== 0 || s[1] !== 0);
      const half = v => String(v / 2);
      return `M${half(whole[0][0])} ${half(whole[0][1])}l${steps.map(s => s.map(half).join(" ")).join(" ")}z`;
    })
    .join("");
}

export default function build(folder) {
  const atlas = JSON.parse(readFileSync("node_modules/world-atlas/countries-10m.json", "utf8"));
  const all = feature(atlas, atlas.objects.countries).features;
  const countries = [...Object.keys(named), ...neighbours].map(number => {
    const found = all.find(c => c.id === number);
    if (!found) throw new Error(`the atlas holds no country ${number}`);
    return { id: named[number] ?? null, path: path(found.geometry) };
  });
  writeFileSync(join(folder, "corridor-map.json"), JSON.stringify({ ...frame, width, height, countries }));
}
