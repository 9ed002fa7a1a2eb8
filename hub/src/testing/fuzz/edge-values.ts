/** A value that programs stumble over, and what to call it where it is too long to print. */
export interface Edge {
  readonly name: string;
  /** JSON text: what no JavaScript literal can hold (`__proto__` as a key of its own) is sent as it stands. */
  readonly json: string;
}

const plain = (value: unknown): Edge => {
  const json = JSON.stringify(value);
  return { name: json.length > 80 ? `${json.slice(0, 60)}… (${String(json.length)})` : json, json };
};
const named = (name: string, json: string): Edge => ({ name, json });

const YEARS = ['0000', '0001', '1752', '1753', '1900', '2026', '9999', '10000', '-0001', '+012026'];
const DAYS = [
  ...YEARS.map((year) => `${year}-11-23`),
  '2024-02-29',
  '2026-02-29',
  '2026-13-01',
  '2026-00-00',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-11-23T10:00',
  '23/11/2026',
];
const INSTANTS = [
  ...YEARS.map((year) => `${year}-11-23T08:15:00.123Z`),
  '0000-01-01T00:00:00.000Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '2024-02-29T23:59:60Z',
  '2026-02-30T24:00:00Z',
  '2026-11-24T08:15:00+14:00',
  '2026-11-24T08:15:00-14:00',
  '2026-11-24T08:15:00',
];
const HOURS = ['00:00', '23:59', '24:00', '7:5', '10:15:00', '10h15'];

/** Around each length that a column or a rule has. */
const LENGTHS = [
  1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 20, 21, 30, 31, 34, 35, 36, 40, 41, 60, 61, 64, 65, 80, 81, 255, 256, 400,
  401, 1000, 1001, 8000, 8001, 100_000,
];
const TEXTS = [
  '',
  ' ',
  '\t',
  'a\u0000b',
  'a\tb',
  'a\r\nb',
  '\u202Eabc\u202C',
  'a\u200Bb\uFEFF',
  '\uD800',
  'a\uDC00b',
  'e\u0301',
  '😀'.repeat(18),
  '😀'.repeat(33),
  '😀'.repeat(41),
  'İıſß',
  "'; drop table [crm].[operation]; --",
  '%_[a-z]',
  '${x} {{x}} <b>&',
  'NaN',
  'Infinity',
  '__proto__',
  'constructor',
  'toString',
  ...LENGTHS.map((length) => 'x'.repeat(length)),
];

const NUMBERS = ['0', '-0', '-1', '1.5', '2147483647', '2147483648', '-2147483649'].concat(
  '9007199254740993',
  '1e308',
  '1e999',
  '1e-320',
  '100000',
);

const nestedList = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const nestedObject = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
const keys = (count: number): string =>
  JSON.stringify(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${String(index)}`, index])),
  );

const SHAPES = [
  plain(null),
  plain(true),
  plain([]),
  plain({}),
  plain([null]),
  plain([['a']]),
  plain({ from: {}, to: [] }),
  plain({ ['k'.repeat(61)]: ['a'] }),
  plain({ ['é'.repeat(200)]: ['a'] }),
  plain({ '': ['a'], 'a.b': ['a'], 'a\u0000b': ['a'] }),
  plain({ contact: ['visite', 'visite'], constructor: ['a'] }),
  plain({ length: 1000, toJSON: 1, then: 1 }),
  named('{"__proto__": …}', '{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}'),
  named('lists, 33 deep', nestedList(33)),
  named('lists, 400 deep', nestedList(400)),
  named('lists, 6000 deep', nestedList(6000)),
  named('objects, 400 deep', nestedObject(400)),
  named('objects, 6000 deep', nestedObject(6000)),
  named('201 keys', keys(201)),
  named('1000 keys', keys(1000)),
  named('1000 items', `[${'1,'.repeat(999)}1]`),
];

/** Texts, by what stands there usually. */
export const TEXT_EDGES: readonly Edge[] = [...DAYS, ...INSTANTS, ...HOURS, ...TEXTS].map(plain);
export const NUMBER_EDGES: readonly Edge[] = NUMBERS.map((text) => named(text, text));
export const ANY_EDGES: readonly Edge[] = [...TEXT_EDGES, ...NUMBER_EDGES, ...SHAPES];
