import type { Translation } from '../template.ts';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  trackBar: 'Pasek rejestracji',
  whatAreYouWorkingOn: 'Nad czym pracujesz?',
  enterStartsWithComment:
    'Żaden element roboczy nie pasuje; Enter rozpocznie z tym tekstem jako komentarzem.',
  start: 'Start',
  stop: 'Zatrzymaj',
  stopWithKey: 'Zatrzymaj (S)',
  newTrackWithKey: 'Nowa rejestracja (N)',
  cancel: 'Anuluj',
  runningTime: 'Bieżący czas',
  notRunning: 'Zatrzymany',
  comment: 'Komentarz',
  clearWorkItem: 'Usuń element roboczy',
  changeWorkItem: 'Zmień element roboczy',
  addWorkItem: 'Dodaj element roboczy',
  findWorkItem: 'Znajdź element roboczy',
  workItemOfRunningTrack: 'Element roboczy bieżącej rejestracji',
  noWorkItemFits: 'Żaden element roboczy nie pasuje.',
  searchDoesNotAnswer: 'Wyszukiwanie nie odpowiada; wpisany tekst pozostaje.',
  workItems: 'Elementy robocze',
  activityType: 'Rodzaj czynności',
  activityTypeIs: 'Rodzaj czynności: {name}',
  billable: 'Rozliczalne',
  none: 'brak',
  durationExamples: 'Na przykład 1:30, 1h30m, 90m lub 1,5',
  durationEmpty: 'Podaj czas trwania, na przykład 1:30, 1h30m, 90m lub 1,5.',
  durationNegative: 'Czas trwania nie może być ujemny.',
  durationUnreadable: '„{text}” nie jest czasem trwania; napisz 1:30, 1h30m, 90m lub 1,5.',
  durationTooLong: 'Czas trwania nie może przekraczać {hours} godzin.',
};
