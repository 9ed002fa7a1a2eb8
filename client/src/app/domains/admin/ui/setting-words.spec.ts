import { DEFAULT_FLEET_TYPES, DEFAULT_VISIT_FORM, type SettingKind } from '@tournee/graphql';
import { changeWords, settingWords } from './setting-words.ts';
import { removeNode } from './visit-form-tree.ts';

const shape = (kind: SettingKind, unit: string | null = null) => ({
  kind,
  unit,
  choices: [{ value: 'both', label: 'Les deux' }],
});

describe('settingWords', () => {
  it.each([
    [shape('duration', 'heures'), 24, '24\u00a0heures'],
    [shape('int'), 587, '587'],
    [shape('flag'), true, 'Oui'],
    [shape('choice'), 'both', 'Les deux'],
    [shape('choice'), 'gone', 'gone'],
    [shape('text'), null, 'vide'],
    [shape('cron'), null, 'jamais d’elle-même'],
    [shape('cron'), '0 3 * * *', '0 3 * * *'],
    [shape('mailList'), [], 'vide'],
    [shape('codeList'), ['AGRI', 'CUMA'], 'AGRI, CUMA'],
    [shape('fleetTypes'), DEFAULT_FLEET_TYPES, 'VL, VUL, AGRI, TP, GC, PL & PLP'],
    [shape('visitForm'), DEFAULT_VISIT_FORM, '4\u00a0groupes, 16\u00a0réponses'],
    [shape('secret'), null, 'valeur secrète modifiée'],
  ])('writes %p of %p', (setting, value, words) => {
    expect(settingWords(setting, value)).toBe(words);
  });
});

describe('changeWords', () => {
  it('tells what left a form and what came', () => {
    const words = changeWords(shape('visitForm'), DEFAULT_VISIT_FORM, removeNode(DEFAULT_VISIT_FORM, [0, 3]));
    expect(words.before).toContain('retiré\u00a0: Agence');
    expect(words.after).toBe('4\u00a0groupes, 15\u00a0réponses');
  });
});
