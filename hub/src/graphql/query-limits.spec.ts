import { COLLECTIONS } from '@tournee/graphql';
import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { costRule, oneNameRule, QUERY_LIMITS } from './query-limits.ts';

const schema = buildSchema('type Query { a: Query b: Int }');
const check = (query: string) => validate(schema, parse(query), [costRule]).map((error) => error.message);
const nest = (levels: number, inner: string): string =>
  levels === 0 ? inner : `a { ${nest(levels - 1, inner)} }`;

describe('costRule', () => {
  it('accepts as many levels as allowed, and no more', () => {
    expect(check(`{ ${nest(QUERY_LIMITS.depth - 1, 'b')} }`)).toEqual([]);
    expect(check(`{ ${nest(QUERY_LIMITS.depth, 'b')} }`)).toEqual(['More than 8 levels.']);
  });

  it('counts levels through fragments', () => {
    const fragment = `fragment F on Query { ${nest(5, 'b')} }`;
    expect(check(`{ a { a { a { ...F } } } } ${fragment}`)).toEqual(['More than 8 levels.']);
    expect(check(`{ a { ... on Query { ...F } } } ${fragment}`)).toEqual([]);
  });

  it('counts root fields through aliases and fragments', () => {
    const aliases = Array.from({ length: 6 }, (_, index) => `b${String(index)}: b`).join(' ');
    expect(check(`{ ${aliases} }`)).toEqual([]);
    expect(check(`{ ${aliases} ...F } fragment F on Query { x0: b x1: b x2: b x3: b x4: b }`)).toEqual([
      'More than 10 root fields.',
    ]);
  });

  it('comes to an end on fragments that use themselves or each other', () => {
    expect(check('{ ...F } fragment F on Query { b ...F }')).toEqual([]);
    const doubling = Array.from(
      { length: 40 },
      (_, index) =>
        `fragment F${String(index)} on Query { ...F${String(index + 1)} ...F${String(index + 1)} }`,
    ).join(' ');
    expect(check(`{ ...F0 } ${doubling} fragment F40 on Query { b }`)).toEqual([
      expect.stringMatching(/root fields/),
    ]);
  });

  it('accepts a pull once in a request, aliases and fragments counted', () => {
    const pulls = buildSchema('type Query { pullA: Page pullB: Page } type Page { n: Int }');
    const faults = (query: string) => validate(pulls, parse(query), [costRule]).map(({ message }) => message);
    expect(faults('{ pullA { n } pullB { n } }')).toEqual([]);
    const twice = ['More than one pullA: once in a request.'];
    expect(faults('{ a: pullA { n } b: pullA { n } }')).toEqual(twice);
    expect(faults('{ a: pullA { n } ...F ... { pullB { n } } } fragment F on Query { pullA { n } }')).toEqual(
      twice,
    );
    expect(
      faults('{ ...F ...G } fragment F on Query { a: pullA { n } } fragment G on Query { ...F }'),
    ).toEqual(twice);
  });

  it('leaves room for what devices and GraphiQL send', () => {
    for (const { query } of Object.values(COLLECTIONS)) {
      expect(validate(buildSchema('type Query { x: Int }'), parse(query), [costRule])).toEqual([]);
      expect(() => parse(query, { maxLexicalTokens: QUERY_LIMITS.tokens })).not.toThrow();
    }
    expect(validate(schema, parse(getIntrospectionQuery()), [costRule])).toEqual([]);
  });
});

describe('oneNameRule', () => {
  const pages = buildSchema('type Query { a: Page b: Page } type Page { n: Int m: Int inner: Page }');
  const faults = (query: string) =>
    validate(pages, parse(query), [oneNameRule]).map(({ message }) => message);

  it('accepts other names, at the root any number of them', () => {
    expect(faults('{ x: a { k: n m } y: a { k: n } b { m inner { m } } }')).toEqual([]);
  });

  it('refuses a field that goes by two names, through fragments too', () => {
    const twice = ['Page.n goes by two names.'];
    expect(faults('{ a { n k: n } }')).toEqual(twice);
    expect(faults('{ a { n ...F } } fragment F on Page { inner { k: n } }')).toEqual(twice);
  });
});
