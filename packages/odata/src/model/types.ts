/** The primitive types that a model may use. */
export const PRIMITIVES = [
  'Edm.Binary',
  'Edm.Boolean',
  'Edm.Byte',
  'Edm.Date',
  'Edm.DateTimeOffset',
  'Edm.Decimal',
  'Edm.Double',
  'Edm.Duration',
  'Edm.Guid',
  'Edm.Int16',
  'Edm.Int32',
  'Edm.Int64',
  'Edm.SByte',
  'Edm.Single',
  'Edm.String',
  'Edm.TimeOfDay',
] as const;
export type PrimitiveName = (typeof PRIMITIVES)[number];

export interface PrimitiveType {
  readonly kind: 'primitive';
  readonly name: PrimitiveName;
}

export interface EnumType {
  readonly kind: 'enum';
  /** With its namespace. */
  readonly name: string;
  readonly members: Readonly<Record<string, number>>;
  readonly isFlags: boolean;
}

export type ValueType = PrimitiveType | EnumType;
