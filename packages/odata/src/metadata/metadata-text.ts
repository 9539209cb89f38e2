import type { Version } from '../http/executor.ts';
import type { Model } from '../model/model.ts';
import { csdlJson } from './csdl-json.ts';
import { csdlXml } from './csdl-xml.ts';

export type MetadataFormat = 'xml' | 'json';

const writers = { xml: csdlXml, json: csdlJson } as const;
const texts = new WeakMap<Model<never>, Map<string, string>>();

/** `$metadata` of a model; each text is made once for as long as the model lives. */
export function metadataText<Context>(
  model: Model<Context>,
  format: MetadataFormat,
  version: Version,
): string {
  const known = texts.get(model) ?? new Map<string, string>();
  texts.set(model, known);
  const name = `${format} ${version}`;
  const text = known.get(name) ?? writers[format](model, version);
  known.set(name, text);
  return text;
}
