import { type AnnotationValue, type Annotations, isCollection } from './annotation.ts';
import { type Element, element } from './xml.ts';

export function annotationElements(annotations: Annotations): Element[] {
  return Object.entries(annotations).map(([term, value]) => valued('Annotation', { Term: term }, value));
}

/** An element with a value: constants as an attribute, collections and records within (CSDL XML 4.01, 14.3 and 14.4). */
function valued(name: string, attributes: Element['attributes'], value: AnnotationValue): Element {
  if (typeof value === 'string') return element(name, { ...attributes, String: value });
  if (typeof value === 'boolean') return element(name, { ...attributes, Bool: String(value) });
  if (typeof value === 'number') return element(name, { ...attributes, Int: String(value) });
  if (isCollection(value)) return element(name, attributes, [collectionElement(value)]);
  if (value.kind === 'enum') {
    return element(name, { ...attributes, EnumMember: `${value.type}/${value.member}` });
  }
  const values = Object.entries(value.values).map(([property, each]) =>
    valued('PropertyValue', { Property: property }, each),
  );
  return element(name, attributes, [element('Record', {}, values)]);
}

function collectionElement(texts: readonly string[]): Element {
  const items = texts.map((text) => element('String', {}, text));
  return element('Collection', {}, items);
}
