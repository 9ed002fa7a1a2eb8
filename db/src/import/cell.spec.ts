import { BadCell, cellParser, type Presence } from './cell.ts';

function parse(sqlType: string, text: string, presence: Presence = 'optional'): unknown {
  const value = cellParser(sqlType, presence)(text);
  return value instanceof BadCell ? `bad: ${value.reason}` : value;
}

describe('cellParser', () => {
  it('drops the padding of a text, not the blanks before it', () => {
    expect(parse('char(30)', '000107                        ')).toBe('000107');
    expect(parse('char(35)', '  GARAGE ESPACÉ  ')).toBe('  GARAGE ESPACÉ');
    expect(parse('char(5)', '     ')).toBe('');
  });

  it('takes nothing for null, or for a blank where the column must hold something', () => {
    expect(parse('char(5)', '')).toBeNull();
    expect(parse('int', ' ')).toBeNull();
    expect(parse('datetime', '')).toBeNull();
    expect(parse('nvarchar(80)', '', 'required')).toBe('');
    expect(parse('char(30)', '   ', 'key')).toBe('bad: is empty');
    expect(parse('int', '', 'required')).toBe('bad: is empty');
  });

  it('takes what winpneu could hold as it is', () => {
    expect(parse('char(5)', '25:99')).toBe('25:99');
    expect(parse('char(20)', '03 12 34 56 78 p12')).toBe('03 12 34 56 78 p12');
    expect(parse('datetime', '2099-01-01 00:00:00')).toEqual(new Date('2099-01-01T00:00:00Z'));
    expect(parse('datetime', '1900-01-01')).toEqual(new Date('1900-01-01T00:00:00Z'));
    expect(parse('nvarchar(max)', 'ligne 1\r\nligne 2 🛞 ')).toBe('ligne 1\r\nligne 2 🛞 ');
  });

  it('refuses a text that is too long, once its padding is off', () => {
    expect(parse('char(4)', 'GA00  ')).toBe('GA00');
    expect(parse('char(4)', 'GA000')).toBe('bad: has 5 characters, the column holds 4');
  });

  it('refuses a character that a char column would turn into a question mark', () => {
    expect(parse('char(35)', 'CŒUR D’OR – 100 €')).toBe('CŒUR D’OR – 100 €');
    expect(parse('char(35)', 'PNEU 🛞')).toBe('bad: holds « 🛞 », which the column cannot');
    expect(parse('nvarchar(80)', 'PNEU 🛞')).toBe('PNEU 🛞');
  });

  it('refuses what is not UTF-8', () => {
    expect(parse('nvarchar(max)', 'CL\uFFFDMENT')).toBe('bad: is not UTF-8');
  });

  it.each([
    ['12', 12],
    ['-3', -3],
    [' 7 ', 7],
    ['2147483647', 2_147_483_647],
    ['2147483648', 'bad: is beyond the range of a whole number'],
    ['1.5', 'bad: is not a whole number'],
    ['1e3', 'bad: is not a whole number'],
  ])('reads the whole number « %s »', (text, expected) => {
    expect(parse('int', text)).toBe(expected);
  });

  it.each([
    ['1249.33', 1249.33],
    ['-17,99', -17.99],
    ['.5', 0.5],
    ['12.3400', 12.34],
    ['12.345', 'bad: has more than 2 decimals'],
    ['1234567890123.00', 'bad: is too large for the column'],
    ['1 249', 'bad: is not a number'],
    ['-', 'bad: is not a number'],
  ])('reads the decimal « %s »', (text, expected) => {
    expect(parse('decimal(14, 2)', text)).toBe(expected);
  });

  it.each([
    ['2026-11-24', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24 10:15:30', '2026-11-24T10:15:30.000Z'],
    ['2026-11-24T10:15:30.1234567', '2026-11-24T10:15:30.123Z'],
    ['2026-02-30', 'bad: is a date that does not exist'],
    ['2026-11-24 25:99:00', 'bad: is a date that does not exist'],
    ['1752-12-31', 'bad: is a date before 1753'],
    ['24/11/2026', 'bad: is not a date (yyyy-mm-dd, or yyyy-mm-dd hh:mm:ss)'],
  ])('reads the date « %s »', (text, expected) => {
    const value = parse('datetime', text);
    expect(value instanceof Date ? value.toISOString() : value).toBe(expected);
  });
});
