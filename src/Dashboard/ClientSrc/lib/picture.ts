// A chart as a PNG that can be passed on: with its title and the stamp of what it rests on, in sight and in the file's own fields.
import type { Plotly } from "plotly.js-cartesian-dist-min";

const scale = 2;
const edge = 16;
const line = 16;

export async function savePicture(figure: HTMLElement, plot: HTMLElement, plotly: Plotly): Promise<void> {
  const stamp = document.querySelector<HTMLElement>("[data-stamp]");
  const bytes = await picture(figure, plot, plotly, [`CorridorTwin · ${stamp?.dataset["stamp"] ?? ""}`, stamp?.dataset["note"] ?? ""]);
  const url = URL.createObjectURL(new Blob([described(bytes, stamp?.dataset["proof"] ?? "")], { type: "image/png" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `corridor-${figure.id}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function picture(figure: HTMLElement, plot: HTMLElement, plotly: Plotly, under: string[]): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height] = [plot.clientWidth, plot.clientHeight];
  const image = new Image();
  image.src = await plotly.toImage(plot, { format: "png", width, height, scale });
  await image.decode();
  const style = getComputedStyle(figure);
  const ink = style.getPropertyValue("--ink").trim(), muted = style.getPropertyValue("--muted").trim(), surface = style.getPropertyValue("--surface").trim();
  const canvas = document.createElement("canvas");
  const to = canvas.getContext("2d")!;
  const notes = `${line - 4}px ${style.fontFamily}`, title = `600 ${line}px ${style.fontFamily}`;
  to.font = title;
  const head = wrapped(to, figure.querySelector("h3")?.textContent ?? "", width);
  to.font = notes;
  const foot = under.flatMap(text => wrapped(to, text, width));
  canvas.width = (width + 2 * edge) * scale;
  canvas.height = (height + (head.length * 1.3 + foot.length + 1) * line + 2 * edge) * scale;
  to.scale(scale, scale);
  to.fillStyle = surface;
  to.fillRect(0, 0, canvas.width, canvas.height);
  let y = edge;
  const write = (texts: string[], font: string, colour: string, step: number) => {
    to.font = font;
    to.fillStyle = colour;
    for (const text of texts) to.fillText(text, edge, y += step);
  };
  write(head, title, ink, line * 1.3);
  to.drawImage(image, edge, y + line / 2, width, height);
  y += height + line / 2;
  write(foot, notes, muted, line);
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, "image/png"));
  return new Uint8Array(await blob!.arrayBuffer());
}

function wrapped(to: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && to.measureText(`${last} ${word}`).width <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The file with an iTXt field "Description", after the header every PNG begins with. */
function described(png: Uint8Array<ArrayBuffer>, text: string): Uint8Array<ArrayBuffer> {
  const header = 33; // signature and IHDR
  const content = new TextEncoder().encode(`iTXtDescription\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(content.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length - 4);
  chunk.set(content, 4);
  view.setUint32(chunk.length - 4, check(content));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, header));
  whole.set(chunk, header);
  whole.set(png.subarray(header), header + chunk.length);
  return whole;
}

/** CRC-32 as PNG has it. */
function check(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ 0xEDB88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
