import type { ComplexType, EntityType } from '../model/members.ts';
import type { Model } from '../model/model.ts';
import type { EnumType } from '../model/types.ts';

/** What one namespace holds. */
export interface Schema<Context> {
  readonly namespace: string;
  readonly types: readonly (EnumType | ComplexType<Context> | EntityType<Context>)[];
  /** The container's own name, where this is its namespace. */
  readonly container: string | null;
}

/** The model by namespaces, in the order in which they come up; the container's may be one of its own. */
export function schemasOf<Context>(model: Model<Context>): Schema<Context>[] {
  const types = [...model.entityTypes, ...model.complexTypes, ...model.enums];
  const container = splitName(model.container);
  const namespaces = new Set([...types.map(({ name }) => splitName(name).namespace), container.namespace]);
  return [...namespaces].map((namespace) => ({
    namespace,
    types: types.filter(({ name }) => splitName(name).namespace === namespace),
    container: namespace === container.namespace ? container.name : null,
  }));
}

/** A qualified name in two. Throws RangeError without a namespace: then the model is wrong. */
export function splitName(qualified: string): { namespace: string; name: string } {
  const dot = qualified.lastIndexOf('.');
  if (dot < 1) throw new RangeError(`${qualified} has no namespace.`);
  return { namespace: qualified.slice(0, dot), name: qualified.slice(dot + 1) };
}
