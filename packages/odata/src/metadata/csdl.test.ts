import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { metadataText } from './metadata-text.ts';
import { library } from './testing/library.ts';

/** OASIS' own schemas and their converter from XML to JSON, as they publish them on npm. */
const require = createRequire(import.meta.url);
const { xml2json } = require('odata-csdl') as { xml2json: (xml: string, options: object) => unknown };
const jsonSchema = JSON.parse(readFileSync(require.resolve('odata-csdl/schemas/csdl.schema.json'), 'utf8'));

test.each(['4.0', '4.01'] as const)('the XML of version %s fits the schemas of OASIS', (version) => {
  const schema = require.resolve('odata-csdl/schemas/edmx.xsd');
  const xml = metadataText(library, 'xml', version);
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], {
    input: xml,
    encoding: 'utf8',
  });
  expect(stderr.trim()).toBe('- validates');
  expect(status).toBe(0);
});

test('the JSON fits the schema of OASIS', () => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(jsonSchema);
  validate(JSON.parse(metadataText(library, 'json', '4.01')));
  expect(validate.errors).toBe(null);
});

test('XML and JSON say the same', () => {
  const messages: unknown[] = [];
  const converted = xml2json(metadataText(library, 'xml', '4.01'), { strict: true, messages });
  const json = JSON.parse(metadataText(library, 'json', '4.01'));
  expect(messages).toEqual([]);
  expect(converted).toEqual(json);
});

test('keys, nullability, members, containment and bindings are said', () => {
  const json = JSON.parse(metadataText(library, 'json', '4.01'));
  expect(json.Library.Chapter.$Key).toEqual(['Book', 'Number']);
  expect(json.Library.Book).toMatchObject({
    Id: { $Type: 'Edm.Int32' },
    AnyDateTimeOffset: { $Type: 'Edm.DateTimeOffset', $Nullable: true, $Precision: 6 },
    Tags: { $Collection: true },
    Binding: { $Type: 'Library.Words.Binding' },
    Chapters: { $Type: 'Library.Chapter', $Collection: true, $ContainsTarget: true },
    Author: { $Type: 'Library.Author', $Nullable: true },
  });
  expect(json['Library.Words']).toEqual({
    Binding: { $Kind: 'EnumType', Paper: 0, Cloth: 1, Leather: 2 },
    Rights: { $Kind: 'EnumType', $IsFlags: true, Read: 1, Lend: 2 },
  });
  expect(json.Default.Container.Books.$NavigationPropertyBinding).toEqual({
    Author: 'Authors',
    'Chapters/Author': 'Authors',
  });
  expect(json.Default.Container.Authors.$NavigationPropertyBinding).toEqual({
    Books: 'Books',
    'Home/Country': 'Countries',
  });
});

test('a set says that it is read-only, and whether it can be searched', () => {
  const { Books, Authors } = JSON.parse(metadataText(library, 'json', '4.01')).Default.Container;
  expect(Books).toMatchObject({
    '@Core.Description': 'What can be borrowed.',
    '@Capabilities.InsertRestrictions': { Insertable: false },
    '@Capabilities.UpdateRestrictions': { Updatable: false },
    '@Capabilities.DeleteRestrictions': { Deletable: false },
    '@Capabilities.SearchRestrictions': { Searchable: true },
    '@Aggregation.ApplySupported': { Rollup: 'SingleHierarchy', From: true },
  });
  expect(Authors['@Capabilities.SearchRestrictions']).toEqual({ Searchable: false });
});

test('descriptions are escaped', () => {
  expect(metadataText(library, 'xml', '4.01')).toContain(
    'String="As on the cover: &quot;Tom &amp; Jerry&quot; &lt;2nd ed.&gt;"',
  );
});

test('a text is made once for each model, format and version', () => {
  expect(metadataText(library, 'xml', '4.0')).toContain('Version="4.0"');
  expect(metadataText(library, 'xml', '4.01')).toContain('Version="4.01"');
  expect(() => metadataText({ ...library, container: 'Container' }, 'xml', '4.0')).toThrow(RangeError);
});
