import { afterNextRender, Component, computed, inject, Injector, signal, viewChild } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import type { AdminUser } from '@tournee/graphql';
import { Confirmer } from '../../shared/ui/confirmer.ts';
import { momentWords } from '../../shared/ui/moment-words.ts';
import { adminProblem } from '../data/admin-problem.ts';
import { UserRequests } from '../data/user-requests.ts';
import { adminMessages } from '../ui/admin-messages.ts';
import { type FormFault, UserForm } from '../ui/user-form.ts';
import { userMessages } from '../ui/user-messages.ts';
import { draftOf, inputOf, isSameDraft } from '../util/user-draft.ts';

/** What was done, in words. */
export interface UserDialogResult {
  readonly words: string;
  /** To whom a mail was queued. */
  readonly mailTo?: string;
}

/** One line of the « table de correspondance »: a new one, or one to change. Nothing typed is lost by closing it. */
@Component({
  selector: 'app-user-dialog',
  imports: [MatDialogModule, UserForm],
  templateUrl: './user-dialog.html',
  styleUrls: ['../../shared/ui/dialog-frame.css', './user-dialog.css'],
  host: {
    '(keydown.control.enter)': 'save()',
    '(keydown.meta.enter)': 'save()',
    '(window:beforeunload)': 'warn($event)',
  },
})
export class UserDialog {
  /** Null: a new one. */
  protected readonly user = inject<AdminUser | null>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<UserDialog, UserDialogResult>>(MatDialogRef);
  private readonly requests = inject(UserRequests);
  private readonly confirmer = inject(Confirmer);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly form = viewChild.required(UserForm);

  protected readonly messages = { ...adminMessages, ...userMessages };
  protected readonly moment = momentWords;
  private readonly before = draftOf(this.user);
  protected readonly draft = signal(this.before);
  protected readonly fault = signal<FormFault | null>(null);
  protected readonly isBusy = signal(false);
  private readonly isChanged = computed(() => !isSameDraft(this.draft(), this.before));
  protected readonly facts = computed(() => {
    const { user } = this;
    if (user === null) return userMessages.newHint;
    const seen = user.lastSeenAt ? momentWords(user.lastSeenAt) : userMessages.never;
    return userMessages.facts(momentWords(user.createdAt), seen);
  });

  constructor() {
    this.dialog.backdropClick().subscribe(() => void this.leave());
    this.dialog.keydownEvents().subscribe((event) => {
      if (event.key === 'Escape') void this.leave();
    });
  }

  protected save(): Promise<void> {
    const input = inputOf(this.draft());
    const { user } = this;
    if (user === null) {
      return this.run(async () => {
        const { nomAffiche, mail } = await this.requests.add(input);
        return { words: userMessages.added(nomAffiche, mail), mailTo: mail };
      });
    }
    return this.run(async () => {
      const { nomAffiche } = await this.requests.update(user.id, input);
      return { words: userMessages.saved(nomAffiche) };
    });
  }

  protected async setActive(user: AdminUser): Promise<void> {
    const { id, nomAffiche, isActive } = user;
    const isSure =
      !isActive ||
      (await this.confirmer.ask({
        title: userMessages.deactivateTitle(nomAffiche),
        lines: userMessages.deactivateLines,
        yes: userMessages.deactivate,
        no: adminMessages.cancel,
      }));
    if (!isSure) return;
    await this.run(async () => {
      await this.requests.setActive(id, !isActive);
      return { words: isActive ? userMessages.deactivated(nomAffiche) : userMessages.activated(nomAffiche) };
    });
  }

  protected async sendLink({ id, nomAffiche, mail }: AdminUser): Promise<void> {
    const isSure = await this.confirmer.ask({
      title: userMessages.linkTitle(nomAffiche),
      lines: userMessages.linkLines(mail),
      yes: userMessages.linkYes,
      no: adminMessages.cancel,
    });
    if (!isSure) return;
    await this.run(async () => {
      await this.requests.sendPasswordReset(id);
      return { words: userMessages.linkQueued(mail), mailTo: mail };
    });
  }

  protected liftLock({ id, nomAffiche }: AdminUser): Promise<void> {
    return this.run(async () => {
      await this.requests.liftSignInLock(id);
      return { words: userMessages.lockLifted(nomAffiche) };
    });
  }

  /** Closes, but not over what was typed and not saved. Answers whether it closed. */
  async leave(): Promise<boolean> {
    const isSure =
      !this.isChanged() ||
      (await this.confirmer.ask({
        title: userMessages.leaveTitle,
        lines: userMessages.leaveLines,
        yes: userMessages.leaveYes,
        no: userMessages.leaveNo,
      }));
    if (isSure) this.dialog.close();
    return isSure;
  }

  protected async showDevices({ id }: AdminUser): Promise<void> {
    if (!(await this.leave())) return;
    await this.router.navigate(['/administration/appareils'], { queryParams: { utilisateur: id } });
  }

  protected warn(event: Event): void {
    if (this.isChanged()) event.preventDefault();
  }

  private async run(request: () => Promise<UserDialogResult>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.fault.set(null);
    try {
      this.dialog.close(await request());
    } catch (error) {
      const fault = adminProblem(error);
      this.fault.set(fault);
      const { field } = fault;
      if (field !== null) {
        afterNextRender(
          () => {
            this.form().focus(field);
          },
          { injector: this.injector },
        );
      }
    } finally {
      this.isBusy.set(false);
    }
  }
}
