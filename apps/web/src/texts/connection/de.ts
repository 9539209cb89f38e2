import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  reading: 'Alles wird zum ersten Mal gelesen',
  readSoFar: { one: 'bisher {count} Arbeitselement', other: 'bisher {count} Arbeitselemente' },
  readingHint: 'Sie können diese Seite verlassen; Zeit lässt sich währenddessen erfassen.',
  newestChange: 'Neueste Änderung',
  nextRead: 'Nächster Blick',
  nextReadNow: 'jetzt',
  test: 'Verbindung testen',
  testing: 'Wird getestet…',
  testGoodServices: 'Es funktioniert mit Azure DevOps Services. Das Token gehört {name}.',
  testGoodServer: 'Es funktioniert mit einem Azure DevOps Server. Das Token gehört {name}.',
  testBad: 'Es funktioniert nicht: {reason}',
  testOnly: 'Testen, ohne zu verbinden',
  addressFault:
    'Beginnen Sie mit https:// und nennen Sie Organisation oder Sammlung, etwa https://dev.azure.com/contoso.',
  patHint:
    'Legen Sie es in Azure DevOps unter „User settings“ an, mit „Work Items: Read“ und „Project and Team: Read“.',
  expires: 'Letzter Tag des Tokens',
  expiresHelp:
    'Azure DevOps verrät ihn nicht: Tragen Sie den Tag ein, der beim Anlegen des Tokens angezeigt wurde.',
  expiresNone: 'Vor dem Ablauf wird niemand gewarnt.',
  expiresIn: {
    one: 'Es läuft in {count} Tag ab. Administratoren werden 30, 7 und 1 Tage vorher gewarnt; Berichte funktionieren danach weiter.',
    other:
      'Es läuft in {count} Tagen ab. Administratoren werden 30, 7 und 1 Tage vorher gewarnt; Berichte funktionieren danach weiter.',
  },
  expiresToday: 'Heute ist sein letzter Tag. Tragen Sie unten ein neues Token ein.',
  expired:
    'Es ist am {date} abgelaufen. Tragen Sie unten ein neues Token ein; bis dahin bleiben Arbeitselemente auf dem alten Stand.',
  expirySaved: 'Gespeichert: letzter Tag des Tokens',
};
