import type { Texts } from './texts.ts';

export const es: Texts = {
  language: 'es',
  greeting: (name) => `Hola, ${name}:`,
  footer: (organization) =>
    `Enviado por Stint para ${organization}. Los recordatorios se desactivan en su configuración.`,
  open: 'Abrir Stint',
  noWorkItem: '(Sin elemento de trabajo)',
  daily: {
    subject: (day) => `Falta tiempo del ${day}`,
    body: (tracked, wanted, day) => `Ha registrado ${tracked} de ${wanted} el ${day}.`,
  },
  weekly: {
    subject: (week) => `Falta tiempo de la semana del ${week}`,
    body: (tracked, wanted, week) => `Ha registrado ${tracked} de ${wanted} en la semana del ${week}.`,
  },
  unsubmitted: {
    subject: (week) => `Envíe la semana del ${week}`,
    body: (tracked, week) => `Su semana del ${week} tiene ${tracked} y aún no está enviada.`,
  },
  digest: {
    subject: 'Semanas por aprobar',
    pending: (count) =>
      count === 1 ? 'Una semana espera su aprobación.' : `${count} semanas esperan su aprobación.`,
    unsubmitted: 'Sin enviar',
    headers: { person: 'Persona', week: 'Semana del', tracked: 'Registrado' },
  },
  budget: {
    subject: (name, percent) => `Presupuesto ${name}: ${percent} % usado`,
    body: (name, percent, tracked, planned) =>
      `Se ha usado el ${percent} % del presupuesto ${name}: ${tracked} de ${planned}.`,
  },
  connection: {
    subject: (days) =>
      days < 0
        ? 'La conexión con Azure DevOps ha caducado'
        : `La conexión con Azure DevOps caduca en ${days} días`,
    body: (day) =>
      `El token con el que Stint lee Azure DevOps vale hasta el ${day}. Introduzca uno nuevo en la configuración.`,
  },
  report: {
    subject: (name) => `Informe: ${name}`,
    body: (name, frame) => `${name}, ${frame}.`,
    allTime: 'todo el tiempo',
    cut: (rows) => `Solo se muestran las primeras ${rows} filas.`,
    empty: 'Nada que mostrar.',
    failed: (reason) => `No se pudo crear esta parte: ${reason}`,
  },
  test: { subject: 'Correo de Stint', body: 'El correo funciona.' },
};
