import { Injectable, type Provider } from '@angular/core';
import { DateAdapter, MAT_DATE_FORMATS, type MatDateFormats } from '@angular/material/core';
import { MatDatepickerIntl } from '@angular/material/datepicker';
import { FrenchDayAdapter } from './french-day-adapter.ts';

const FORMATS: MatDateFormats = {
  parse: { dateInput: 'day' },
  display: {
    dateInput: 'day',
    monthYearLabel: 'month-year',
    dateA11yLabel: 'spoken',
    monthYearA11yLabel: 'month-year',
  },
};

@Injectable()
class FrenchDatepickerWords extends MatDatepickerIntl {
  override calendarLabel = 'Calendrier';
  override openCalendarLabel = 'Ouvrir le calendrier';
  override closeCalendarLabel = 'Fermer le calendrier';
  override prevMonthLabel = 'Mois précédent';
  override nextMonthLabel = 'Mois suivant';
  override prevYearLabel = 'Année précédente';
  override nextYearLabel = 'Année suivante';
  override prevMultiYearLabel = '24 années précédentes';
  override nextMultiYearLabel = '24 années suivantes';
  override switchToMonthViewLabel = 'Choisir une date';
  override switchToMultiYearViewLabel = 'Choisir le mois et l’année';
}

/** For the `providers` of a component that holds a datepicker: French words, days as `yyyy-mm-dd` texts. */
export const FRENCH_DATEPICKER: Provider[] = [
  { provide: DateAdapter, useClass: FrenchDayAdapter },
  { provide: MAT_DATE_FORMATS, useValue: FORMATS },
  { provide: MatDatepickerIntl, useClass: FrenchDatepickerWords },
];
