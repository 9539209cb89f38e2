import { saveBlob } from './save-file.ts';

/** Pixels of the picture for one of the screen. */
const SHARPNESS = 2;
const PADDING = 16;
const LINE = 22;
/** What of a style decides how a part of a chart looks. */
const LOOKS = [
  'fill',
  'stroke',
  'stroke-width',
  'font-size',
  'font-family',
  'text-anchor',
  'dominant-baseline',
];

interface PictureOptions {
  readonly title: string;
  /** Holds the legend of the chart, if it has one. */
  readonly frame: HTMLElement | null;
  /** Colours as CSS variables. */
  readonly colours: { readonly ink: string; readonly panel: string };
}

/** Saves a chart with its title and legend as a PNG in the colours that it has on the screen. Tells whether it worked. */
export async function savePicture(chart: SVGSVGElement, options: PictureOptions): Promise<boolean> {
  const { width, height } = chart.getBoundingClientRect();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(chart))}`;
  try {
    await image.decode();
  } catch {
    return false;
  }
  const legend = legendOf(options.frame);
  const top = PADDING + LINE + 8;
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * PADDING) * SHARPNESS;
  canvas.height = (top + height + PADDING + legend.length * LINE) * SHARPNESS;
  const context = canvas.getContext('2d');
  if (!context) return false;
  const style = getComputedStyle(chart);
  const colour = (variable: string) => style.getPropertyValue(variable.replace(/^var\((.*)\)$/, '$1')).trim();
  context.scale(SHARPNESS, SHARPNESS);
  context.fillStyle = colour(options.colours.panel);
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = colour(options.colours.ink);
  context.font = `600 16px ${style.fontFamily}`;
  context.fillText(options.title, PADDING, PADDING + 16);
  context.drawImage(image, PADDING, top, width, height);
  context.font = `13px ${style.fontFamily}`;
  for (const [index, entry] of legend.entries()) {
    const y = top + height + 8 + index * LINE;
    context.fillStyle = entry.colour;
    context.fillRect(PADDING, y, 10, 10);
    context.fillStyle = colour(options.colours.ink);
    context.fillText(entry.text, PADDING + 18, y + 10);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) return false;
  saveBlob(blob, `${options.title}.png`);
  return true;
}

/** A chart as a file of its own: what styles say of its parts is written into them. */
function svgText(chart: SVGSVGElement): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const originals = chart.querySelectorAll<SVGElement>('*');
  for (const [index, part] of copy.querySelectorAll<SVGElement>('*').entries()) {
    const original = originals[index];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const name of LOOKS) part.setAttribute(name, style.getPropertyValue(name));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}

function legendOf(frame: HTMLElement | null): { colour: string; text: string }[] {
  return [...(frame?.querySelectorAll<HTMLElement>('[data-legend] li') ?? [])].map((entry) => ({
    colour: entry.querySelector<HTMLElement>('[data-colour]')?.dataset['colour'] ?? '',
    text: [...entry.children]
      .map((part) => part.textContent)
      .join(' ')
      .trim(),
  }));
}
