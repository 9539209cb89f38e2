import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Configurar Stint',
  hint: 'Tres pasos, en cualquier orden; más tarde los encontrará también en la configuración.',
  progress: '{done} de {all} hechos',
  doneMark: 'Hecho',
  connect: 'Conectar Azure DevOps',
  connectText:
    'Así todos encuentran sus elementos de trabajo al registrar. Hacen falta una dirección y un token de lectura.',
  connectAct: 'Conectar',
  demo: '¿Solo quiere echar un vistazo? Esto inicia al lado un segundo Stint con datos de demostración:',
  demoCommand: 'comando de demostración',
  invite: 'Invitar a personas',
  inviteText:
    'Indique personas o un grupo de Azure DevOps o de su proveedor de acceso, y elija qué pueden hacer.',
  inviteAct: 'Añadir personas',
  track: 'Registrar su primer tiempo',
  trackText: 'Escriba en la barra de arriba qué está haciendo y pulse Intro; S detiene el reloj.',
  trackAct: 'Ir a la barra',
  allDone: 'Todo está listo. Reglas, formatos y aprobaciones están en la configuración.',
  close: 'No volver a mostrar',
  closed: 'Los primeros pasos están ocultos',
};
