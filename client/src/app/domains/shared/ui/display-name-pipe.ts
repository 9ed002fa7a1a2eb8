import { Pipe, type PipeTransform } from '@angular/core';
import { displayName } from './display-name.ts';

/** A name or a town of winpneu in normal case. Pure: it runs once per text. */
@Pipe({ name: 'displayName' })
export class DisplayNamePipe implements PipeTransform {
  transform(name: string | null): string {
    return name ? displayName(name) : '';
  }
}
