import type { AnnotationPrefix, MetadataLevel } from '../http/executor.ts';
import type { Model } from '../model/model.ts';

/** The service document: which sets there are, by addresses relative to the root (OData JSON Format 4.01, 5). */
export function serviceDocument<Context>(
  model: Model<Context>,
  { root, prefix, metadata }: { root: string; prefix: AnnotationPrefix; metadata: MetadataLevel },
): string {
  const context = metadata === 'none' ? {} : { [`${prefix}context`]: `${root}$metadata` };
  const sets = Object.keys(model.sets).map((name) => ({ name, kind: 'EntitySet', url: name }));
  return JSON.stringify({ ...context, value: sets });
}
