import { clientChangeRequested, clientCreated, clientCreationRequested } from './client-mails.ts';

describe('clientCreationRequested', () => {
  const mail = clientCreationRequested({
    nomClient: 'GARAGE MÜLLER',
    link: 'https://crm.example/creations/12?a=1&b=2',
  });

  it('has the customer’s object and body', () => {
    expect(mail.subject).toBe('[Création Client] GARAGE MÜLLER');
    expect(mail.text).toBe(
      'Un nouveau client est en attente de validation, accédez à sa fiche en cliquant sur le lien suivant :\n\n' +
        'https://crm.example/creations/12?a=1&b=2\n',
    );
  });

  it('has the link in its HTML, to click on', () => {
    const url = 'https://crm.example/creations/12?a=1&amp;b=2';
    expect(mail.html).toContain(`<p><a href="${url}">${url}</a></p>`);
  });

  it('refuses a link that is none', () => {
    const link = 'javascript:alert(1)';
    expect(() => clientCreationRequested({ nomClient: 'X', link })).toThrow('http(s)');
  });
});

describe('clientCreated', () => {
  it('has the customer’s object and body', () => {
    const mail = clientCreated({ codeClient: 'C00123', nomClient: 'GARAGE DE L’ÉTÉ' });
    expect(mail.subject).toBe('[Création Client] C00123 GARAGE DE L’ÉTÉ');
    expect(mail.text).toBe(
      "Le client C00123 GARAGE DE L’ÉTÉ vient d'être validé et créé dans winpro. Il sera disponible dans le CRM à la " +
        'prochaine actualisation, la facturation winpro est déjà possible.\n',
    );
  });

  it('drops the blanks that winpneu pads its columns with', () => {
    expect(clientCreated({ codeClient: 'C1   ', nomClient: 'X     ' }).subject).toBe(
      '[Création Client] C1 X',
    );
  });
});

describe('clientChangeRequested', () => {
  const mail = clientChangeRequested({
    user: 'Gaëlle Février',
    codeClient: 'C00123',
    nomClient: 'DURAND & FILS',
    changes: [
      { label: 'Téléphone', from: '03 20 12 34 56', to: '03 20 65 43 21' },
      { label: 'Adresse 2', from: null, to: '<b>Bâtiment "B"</b>' },
      { label: 'Fax', from: '03 20 00 00 00', to: ' ' },
    ],
  });

  it('has the customer’s object and body, one line for each field', () => {
    expect(mail.subject).toBe('[Modification Client] C00123 DURAND & FILS');
    expect(mail.text).toBe(
      'Gaëlle Février a demandé la modification du client C00123 DURAND & FILS, il rapporte les changements suivants :\n' +
        ' - Champ Téléphone : « 03 20 12 34 56 » remplacé par « 03 20 65 43 21 »\n' +
        ' - Champ Adresse 2 : « (vide) » remplacé par « <b>Bâtiment "B"</b> »\n' +
        ' - Champ Fax : « 03 20 00 00 00 » remplacé par « (vide) »\n',
    );
  });

  it('shows values in its HTML as they are, and never as markup', () => {
    expect(mail.html).toContain('client C00123 DURAND &amp; FILS, il');
    expect(mail.html).toContain(
      '<li>Champ Adresse 2 : « (vide) » remplacé par « &lt;b&gt;Bâtiment &quot;B&quot;&lt;/b&gt; »</li>',
    );
    expect(mail.html).not.toContain('<b>');
  });

  it('keeps a line break in a name from becoming a header', () => {
    const nomClient = 'X\r\nBcc: all@example.com';
    const { subject, html } = clientChangeRequested({ user: 'a', codeClient: 'b', nomClient, changes: [] });
    expect(subject).toBe('[Modification Client] b X Bcc: all@example.com');
    expect(html).toContain('<title>[Modification Client] b X Bcc: all@example.com</title>');
  });
});
