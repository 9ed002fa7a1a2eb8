import { displayName } from './display-name.ts';

describe('displayName', () => {
  it('sets capitals in normal case', () => {
    expect(displayName('TRANSPORTS CLÉMENT ET CIE')).toBe('Transports Clément et Cie');
    expect(displayName('COMMUNE DE LE QUESNOY')).toBe('Commune de le Quesnoy');
  });

  it('keeps legal forms and abbreviations', () => {
    expect(displayName('EARL DU MARAIS')).toBe('EARL du Marais');
    expect(displayName('DUPONT SA')).toBe('Dupont SA');
    expect(displayName('SNCF RÉSEAU')).toBe('SNCF Réseau');
    expect(displayName('ETS ST MARTIN')).toBe('Ets St Martin');
  });

  it('knows apostrophes, hyphens and ligatures', () => {
    expect(displayName('L’ATELIER DE SCHMITT')).toBe('L’Atelier de Schmitt');
    expect(displayName("GARAGE D'ARTOIS")).toBe("Garage d'Artois");
    expect(displayName('SOREL-EN-VIMEU')).toBe('Sorel-en-Vimeu');
    expect(displayName('ETA CŒURET')).toBe('ETA Cœuret');
  });

  it('leaves a name typed with small letters alone', () => {
    expect(displayName('  Pneus  McKenzie ')).toBe('Pneus McKenzie');
  });

  it('answers an empty text for an empty name', () => {
    expect(displayName('   ')).toBe('');
  });
});
