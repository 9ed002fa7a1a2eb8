import { inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';

/** Goes to a client's card from anywhere. The card takes the focus when it is there: V is then « Visite ce jour ». */
@Injectable({ providedIn: 'root' })
export class CardOpener {
  private readonly router = inject(Router);
  /** The client whose card is to take the focus. */
  readonly wanted = signal<string | null>(null);

  async open(id: string): Promise<void> {
    this.wanted.set(id);
    await this.router.navigate(['/clients', id]);
  }
}
