import type { NavigationProperty, Property, StructuredType } from '../model/members.ts';
import { description } from './annotation.ts';
import { annotationElements } from './csdl-xml-annotations.ts';
import { facetsOf } from './facets.ts';
import { splitName } from './schemas.ts';
import { type Element, element } from './xml.ts';

/** An entity type or complex type with its properties (CSDL XML 4.01, 6 to 9). */
export function structuredElement<Context>(type: StructuredType<Context>): Element {
  const members = [
    ...Object.entries(type.properties).map(propertyElement),
    ...Object.entries(type.navigation).map(navigationElement),
  ];
  const attributes = { Name: splitName(type.name).name };
  if (type.kind === 'complex') return element('ComplexType', attributes, members);
  const key = element(
    'Key',
    {},
    type.key.map((name) => element('PropertyRef', { Name: name })),
  );
  return element('EntityType', attributes, [key, ...members]);
}

function propertyElement<Context>([name, property]: [string, Property<Context>]): Element {
  const { precision, scale } = property.kind === 'complex' ? {} : facetsOf(property.type);
  const attributes = {
    Name: name,
    Type: typeText(property.type.name, property.kind === 'collection'),
    Nullable: nullableText(property.nullable),
    Precision: precision?.toString(),
    Scale: scale,
  };
  return element('Property', attributes, annotationElements(description(property.description)));
}

/** A collection of entities has no `Nullable`: it may be empty. */
function navigationElement<Context>([name, navigation]: [string, NavigationProperty<Context>]): Element {
  return element('NavigationProperty', {
    Name: name,
    Type: typeText(navigation.target().name, navigation.isCollection),
    Nullable: navigation.isCollection ? undefined : nullableText(navigation.nullable),
    ContainsTarget: navigation.isContained ? 'true' : undefined,
  });
}

function typeText(name: string, isCollection: boolean): string {
  return isCollection ? `Collection(${name})` : name;
}

/** What is nullable needs no word of it. */
function nullableText(nullable: boolean): string | undefined {
  return nullable ? undefined : 'false';
}
