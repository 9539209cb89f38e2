import type { Version } from '../http/executor.ts';
import type { Model } from '../model/model.ts';
import type { EnumType } from '../model/types.ts';
import { setAnnotations, containerAnnotations } from './capabilities.ts';
import { bindingsOf } from './bindings.ts';
import { annotationElements } from './csdl-xml-annotations.ts';
import { structuredElement } from './csdl-xml-types.ts';
import { type Schema, schemasOf } from './schemas.ts';
import { addressOf, vocabularies } from './vocabularies.ts';
import { type Element, element, xmlDocument } from './xml.ts';

const EDM = 'http://docs.oasis-open.org/odata/ns/edm';
const EDMX = 'http://docs.oasis-open.org/odata/ns/edmx';

/** The model as CSDL XML 4.01; 4.0 clients get the same, as nothing in it is newer. */
export function csdlXml<Context>(model: Model<Context>, version: Version): string {
  const references = vocabularies.map((vocabulary) => {
    const include = element('edmx:Include', { Namespace: vocabulary.namespace, Alias: vocabulary.alias });
    return element('edmx:Reference', { Uri: addressOf(vocabulary, 'xml') }, [include]);
  });
  const schemas = schemasOf(model).map((schema) => schemaElement(model, schema));
  const services = element('edmx:DataServices', {}, schemas);
  const root = { 'xmlns:edmx': EDMX, Version: version };
  return xmlDocument(element('edmx:Edmx', root, [...references, services]));
}

function schemaElement<Context>(model: Model<Context>, schema: Schema<Context>): Element {
  const types = schema.types.map((type) =>
    type.kind === 'enum' ? enumElement(type) : structuredElement(type),
  );
  const container = schema.container === null ? [] : [containerElement(model, schema.container)];
  return element('Schema', { xmlns: EDM, Namespace: schema.namespace }, [...types, ...container]);
}

function enumElement(type: EnumType): Element {
  const members = Object.entries(type.members).map(([name, value]) =>
    element('Member', { Name: name, Value: String(value) }),
  );
  const name = type.name.slice(type.name.lastIndexOf('.') + 1);
  return element('EnumType', { Name: name, IsFlags: type.isFlags ? 'true' : undefined }, members);
}

function containerElement<Context>(model: Model<Context>, name: string): Element {
  const sets = Object.entries(model.sets).map(([setName, set]) =>
    element('EntitySet', { Name: setName, EntityType: set.type.name }, [
      ...Object.entries(bindingsOf(set.type)).map(([path, target]) =>
        element('NavigationPropertyBinding', { Path: path, Target: target }),
      ),
      ...annotationElements(setAnnotations(set)),
    ]),
  );
  return element('EntityContainer', { Name: name }, [...sets, ...annotationElements(containerAnnotations())]);
}
