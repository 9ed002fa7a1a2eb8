import { connectionWords } from './connection-words.ts';

const BASE = new Date('2026-11-24T05:00:00Z');

describe('connectionWords', () => {
  it('gives the date of the base as the hour in France', () => {
    expect(connectionWords('online', BASE, false)).toEqual({
      text: 'Connecté · bases du 24/11/2026 06:00',
      tone: 'ok',
    });
  });

  it('stays green offline as long as the base is fresh', () => {
    expect(connectionWords('offline', BASE, false)).toEqual({
      text: 'Hors ligne · bases du 24/11/2026 06:00',
      tone: 'ok',
    });
  });

  it('turns red with an old base, online or not', () => {
    expect(connectionWords('online', BASE, true).tone).toBe('bad');
    expect(connectionWords('offline', BASE, true).tone).toBe('bad');
    expect(connectionWords('syncing', BASE, true).tone).toBe('bad');
  });

  it('says so when there is no base yet', () => {
    expect(connectionWords('offline', null, false)).toEqual({
      text: 'Hors ligne · aucune base',
      tone: 'none',
    });
  });

  it('asks for an update when the hub finds the app too old, and keeps the date', () => {
    expect(connectionWords('too-old', BASE, false)).toEqual({
      text: 'Mise à jour nécessaire · bases du 24/11/2026 06:00',
      tone: 'bad',
    });
  });

  it('says that it is syncing', () => {
    expect(connectionWords('syncing', BASE, false)).toEqual({ text: 'Synchronisation…', tone: 'accent' });
  });
});
