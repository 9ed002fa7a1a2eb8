import type { Client } from '@tournee/graphql';
import { addressLines, contactLines } from './contact-lines.ts';

/** Only what these rules read. */
const client = (fields: Partial<Client>) => fields as Client;
const line = (fields: Partial<Client>, label: string) =>
  contactLines(client(fields)).find((candidate) => candidate.label === label);

describe('contactLines', () => {
  it('writes phones as French readers do, and calls them in their international form', () => {
    expect(line({ tel1: '0415594078          ' }, 'Téléphone')).toMatchObject({
      lines: ['04 15 59 40 78'],
      href: 'tel:+33415594078',
    });
  });

  it('does not call what is no number, nor a fax', () => {
    expect(line({ tel1: 'voir portable' }, 'Téléphone')).toMatchObject({
      lines: ['voir portable'],
      href: null,
    });
    expect(line({ fax: '0301226916' }, 'Fax')?.href).toBeNull();
  });

  it('writes to a plain mail address only', () => {
    expect(line({ contactDivers4: 'b.denis@tc.example' }, 'Mail')?.href).toBe('mailto:b.denis@tc.example');
    expect(line({ contactDivers4: 'a@b.example?bcc=c@d.example' }, 'Mail')?.href).toBeNull();
    expect(line({ contactDivers4: 'a&cc@b.example' }, 'Mail')?.href).toBe('mailto:a%26cc@b.example');
  });

  it('leaves out what is empty', () => {
    expect(contactLines(client({ tel1: '   ', fax: null }))).toEqual([]);
  });
});

describe('addressLines', () => {
  it('joins department and distributing office into the postal code', () => {
    const lines = addressLines(
      client({
        adr1Fac: '196 chemin du Moulin',
        adr2Fac: null,
        depFac: '80',
        burDisFac: '120',
        villeFac: 'QUEND',
      }),
    );
    expect(lines).toEqual(['196 chemin du Moulin', '80120 Quend']);
  });

  it('keeps a town without a postal code', () => {
    expect(addressLines(client({ villeFac: 'LE QUESNOY' }))).toEqual(['Le Quesnoy']);
  });
});
