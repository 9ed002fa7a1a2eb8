import { Component, computed, inject, input, signal } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { mailMessages } from './mail-messages.ts';

/**
 * The body of a mail, as it looks and as plain text. Threat: names and comments that people typed stand in it. The frame
 * has an empty sandbox: no script, no form, no link that leads anywhere; and our content policy holds in it.
 */
@Component({
  selector: 'app-mail-body',
  template: `
    <div class="choice" role="group" [attr.aria-label]="messages.body">
      @for (form of forms; track form) {
        <button type="button" class="button" [attr.aria-pressed]="shown() === form" (click)="shown.set(form)">
          {{ messages[form] }}
        </button>
      }
    </div>
    @if (shown() === 'html') {
      <iframe sandbox="" [title]="messages.body" [srcdoc]="page()"></iframe>
    } @else {
      <pre>{{ text() }}</pre>
    }
  `,
  styleUrl: './mail-body.css',
})
export class MailBody {
  readonly html = input.required<string>();
  readonly text = input.required<string>();

  private readonly sanitizer = inject(DomSanitizer);
  protected readonly messages = mailMessages;
  protected readonly forms = ['html', 'text'] as const;
  protected readonly shown = signal<'html' | 'text'>('html');
  // Angular would strip the styles; the sandbox is what keeps it harmless.
  protected readonly page = computed(() => this.sanitizer.bypassSecurityTrustHtml(this.html()));
}
