import { contentOrFailure, escapeHtml, mailContent, oneLine } from './mail-content.ts';
import { troubleMail } from './trouble-mail.ts';

describe('contentOrFailure', () => {
  it('keeps a mail that cannot be written, with the reason, and throws nothing', () => {
    const link = { kind: 'link', url: 'https://tournee:99999/x' } as const;
    const content = contentOrFailure(() => mailContent('Création', [link]));
    expect(content.failure).toMatch(/paramètres de mail/);
    expect(content.text).toMatch(/pas pu être rédigé/);
  });
});

describe('mailContent', () => {
  const mail = mailContent('Objet', [
    { kind: 'paragraph', text: 'Un.\nDeux.' },
    { kind: 'list', items: ['a', 'b'] },
    { kind: 'paragraph', text: 'Fin & suite.' },
  ]);

  it('says the same in text and HTML', () => {
    expect(mail.text).toBe('Un.\nDeux.\n - a\n - b\n\nFin & suite.\n');
    expect(mail.html).toContain(
      '<p>Un.<br>\nDeux.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>Fin &amp; suite.</p>',
    );
  });

  it('makes a whole HTML document that says its language and encoding', () => {
    expect(mail.html).toMatch(
      /^<!doctype html>\n<html lang="fr">\n<head><meta charset="utf-8"><title>Objet<\/title>/,
    );
    expect(mail.html).toMatch(/<\/body>\n<\/html>\n$/);
  });
});

describe('escapeHtml', () => {
  it('leaves no character that means something in HTML', () => {
    expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
    );
  });
});

describe('oneLine', () => {
  it.each([
    ['  a  b ', 'a b'],
    ['a\r\nb\tc\u2028d\u0000e', 'a b c d e'],
  ])('makes %j one line', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});

describe('troubleMail', () => {
  it('says who sends it, and that it will not flood', () => {
    const { subject, text } = troubleMail({
      title: 'Panne',
      paragraphs: ['Ce qui est arrivé.', 'Que faire.'],
    });
    expect(subject).toBe('[Tournée] Panne');
    expect(text).toMatch(
      /^Ce qui est arrivé\.\n\nQue faire\.\n\nCe message est envoyé automatiquement.*une fois par heure/,
    );
  });
});
