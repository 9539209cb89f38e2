import type { NavigationProperty, Property, StructuredType } from '../model/members.ts';
import { description } from './annotation.ts';
import { annotationMembers, type JsonObject } from './csdl-json-annotations.ts';
import { facetsOf } from './facets.ts';

/** An entity type or complex type with its properties (CSDL JSON 4.01, 6 to 9). What is undefined is left out. */
export function structuredJson<Context>(type: StructuredType<Context>): JsonObject {
  return {
    $Kind: type.kind === 'entity' ? 'EntityType' : 'ComplexType',
    $Key: type.kind === 'entity' ? type.key : undefined,
    ...mapValues(type.properties, propertyJson),
    ...mapValues(type.navigation, navigationJson),
  };
}

/** Here, other than in XML, what is not said to be nullable is not, and a type that is not named is `Edm.String`. */
function propertyJson<Context>(property: Property<Context>): JsonObject {
  const { precision } = property.kind === 'complex' ? {} : facetsOf(property.type);
  return {
    $Type: property.type.name === 'Edm.String' ? undefined : property.type.name,
    $Collection: property.kind === 'collection' || undefined,
    $Nullable: property.nullable || undefined,
    $Precision: precision,
    ...annotationMembers(description(property.description)),
  };
}

function navigationJson<Context>(navigation: NavigationProperty<Context>): JsonObject {
  return {
    $Kind: 'NavigationProperty',
    $Type: navigation.target().name,
    $Collection: navigation.isCollection || undefined,
    $Nullable: (!navigation.isCollection && navigation.nullable) || undefined,
    $ContainsTarget: navigation.isContained || undefined,
  };
}

function mapValues<From, To>(values: Readonly<Record<string, From>>, map: (value: From) => To) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}
