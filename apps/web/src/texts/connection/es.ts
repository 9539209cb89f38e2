import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  reading: 'Primera lectura completa en curso',
  readSoFar: {
    one: '{count} elemento de trabajo hasta ahora',
    many: '{count} de elementos de trabajo hasta ahora',
    other: '{count} elementos de trabajo hasta ahora',
  },
  readingHint: 'Puede salir de esta página; mientras tanto se puede registrar tiempo.',
  newestChange: 'Cambio más reciente',
  nextRead: 'Próxima lectura',
  nextReadNow: 'ahora',
  test: 'Probar la conexión',
  testing: 'Probando…',
  testGoodServices: 'Funciona con Azure DevOps Services. El token pertenece a {name}.',
  testGoodServer: 'Funciona con un Azure DevOps Server. El token pertenece a {name}.',
  testBad: 'No funciona: {reason}',
  testOnly: 'Probar sin conectar',
  addressFault:
    'Empiece por https:// e indique la organización o colección, como https://dev.azure.com/contoso.',
  patHint: 'Créelo en Azure DevOps, en «User settings», con «Work Items: Read» y «Project and Team: Read».',
  expires: 'Último día del token',
  expiresHelp: 'Azure DevOps no lo comunica: introduzca el día que se mostró al crear el token.',
  expiresNone: 'No se avisa a nadie antes de que caduque.',
  expiresIn: {
    one: 'Caduca en {count} día. Se avisa a los administradores 30, 7 y 1 días antes; los informes siguen funcionando después.',
    many: 'Caduca en {count} de días. Se avisa a los administradores 30, 7 y 1 días antes; los informes siguen funcionando después.',
    other:
      'Caduca en {count} días. Se avisa a los administradores 30, 7 y 1 días antes; los informes siguen funcionando después.',
  },
  expiresToday: 'Hoy es su último día. Introduzca un token nuevo más abajo.',
  expired:
    'Caducó el {date}. Introduzca un token nuevo más abajo; hasta entonces los elementos de trabajo no se actualizan.',
  expirySaved: 'Guardado: último día del token',
};
