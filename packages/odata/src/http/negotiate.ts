import { ODataError } from '../error.ts';
import { type Format, MEDIA_TYPES } from '../formats/media-types.ts';
import type { MetadataFormat } from '../metadata/metadata-text.ts';
import type { MetadataLevel, Version } from './executor.ts';
import { type MediaRange, parseAccept, parseMediaRange } from './media-range.ts';

/** In which form an answer is wanted. */
export interface Wanted {
  readonly format: Format;
  readonly metadata: MetadataLevel;
  readonly ieee754Compatible: boolean;
  /** Whether CSV begins with a byte order mark: `text/csv;bom=true`. */
  readonly byteOrderMark: boolean;
}

const LEVELS: readonly string[] = ['minimal', 'full', 'none'] satisfies MetadataLevel[];
const PARAMETERS = ['metadata', 'ieee754compatible', 'bom'];

/**
 * The form of an answer that holds data: `$format` decides, or else `Accept` by quality, then by how much a range says (OData Protocol
 * 4.01, 8.2.1 and 11.2.12). Throws ODataError (406) where nothing fits.
 */
export function negotiate(
  format: string | undefined,
  accept: string | undefined,
  offers: readonly Format[],
): Wanted {
  const ranges = format === undefined ? parseAccept(accept || '*/*') : rangesOfFormat(format, offers);
  const fitting = ranges
    .filter(({ quality }) => quality > 0)
    .flatMap((range) =>
      offers.filter((offer) => fits(range, MEDIA_TYPES[offer])).map((offer) => ({ range, offer })),
    )
    .filter(({ range, offer }) => offer !== 'json' || isKnownLevel(range))
    .filter(({ offer }) => !ranges.some((range) => range.quality === 0 && names(range, MEDIA_TYPES[offer])))
    .toSorted((a, b) => b.range.quality - a.range.quality || precision(b.range) - precision(a.range));
  const [best] = fitting;
  if (best === undefined)
    throw notAcceptable(
      format,
      offers.map((offer) => MEDIA_TYPES[offer]),
    );
  const { metadata, ieee754compatible, bom } = best.range.parameters;
  return {
    format: best.offer,
    metadata: (metadata?.toLowerCase() ?? 'minimal') as MetadataLevel,
    ieee754Compatible: ieee754compatible?.toLowerCase() === 'true',
    byteOrderMark: bom?.toLowerCase() === 'true',
  };
}

/**
 * The form of `$metadata`: XML for whoever takes it at any quality, as older clients ask for JSON in one breath and can't read such
 * metadata; JSON by `$format`, or where nothing else is accepted. Throws ODataError (406).
 */
export function negotiateMetadata(
  format: string | undefined,
  accept: string | undefined,
  version: Version,
): MetadataFormat {
  const offers: readonly MetadataFormat[] = ['xml', 'json'];
  if (format !== undefined) {
    const wanted = parseMediaRange(format) ?? parseMediaRange(`application/${format}`);
    const found = offers.find((offer) => wanted && names(wanted, `application/${offer}`));
    if (found) return found;
  } else {
    const ranges = parseAccept(accept || '*/*').filter(({ quality }) => quality > 0);
    const accepted = offers.filter((offer) => ranges.some((range) => fits(range, `application/${offer}`)));
    const [first] = accepted;
    if (first) return version === '4.0' ? 'xml' : first;
  }
  throw notAcceptable(
    format,
    offers.map((offer) => `application/${offer}`),
  );
}

/** The content type that says what the answer is. */
export function contentType({ format, metadata, ieee754Compatible }: Wanted): string {
  if (format === 'xlsx') return MEDIA_TYPES.xlsx;
  if (format === 'csv') return `${MEDIA_TYPES.csv};charset=utf-8;header=present`;
  const ieee = ieee754Compatible ? ';IEEE754Compatible=true' : '';
  return `${MEDIA_TYPES.json};odata.metadata=${metadata}${ieee};charset=utf-8`;
}

/** `json`, `csv` and `xlsx` for short, or a media type. */
function rangesOfFormat(format: string, offers: readonly Format[]): MediaRange[] {
  const [name = '', ...parameters] = format.split(';');
  const short = offers.find((offer) => offer === name.trim().toLowerCase());
  const range = parseMediaRange([short ? MEDIA_TYPES[short] : name, ...parameters].join(';'));
  return range ? [range] : [];
}

function fits({ type, subtype }: MediaRange, mediaType: string): boolean {
  const [ofType, ofSubtype] = mediaType.split('/');
  return (type === '*' || type === ofType) && (subtype === '*' || subtype === ofSubtype);
}

/** Says whether a range means just this type, whatever its parameters. */
function names({ type, subtype }: MediaRange, mediaType: string): boolean {
  return `${type}/${subtype}` === mediaType;
}

function isKnownLevel({ parameters: { metadata } }: MediaRange): boolean {
  return metadata === undefined || LEVELS.includes(metadata.toLowerCase());
}

/** How much a range says; parameters that mean nothing here, such as `odata=verbose`, say nothing. */
function precision({ type, subtype, parameters }: MediaRange): number {
  const known = PARAMETERS.filter((name) => parameters[name] !== undefined);
  return (type === '*' ? 0 : 100) + (subtype === '*' ? 0 : 100) + known.length;
}

function notAcceptable(format: string | undefined, offers: readonly string[]): ODataError {
  const target = format === undefined ? 'Accept' : '$format';
  return new ODataError('NotAcceptable', `There is only ${offers.join(', ')} here.`, { target });
}
