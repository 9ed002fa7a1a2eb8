import { Component, computed, input } from '@angular/core';
import type { UserImportReport as Report } from '@tournee/graphql';
import { userImportMessages } from './user-messages.ts';

/** What an import did or would do, and the lines it did not take, each with where and why. */
@Component({
  selector: 'app-user-import-report',
  templateUrl: './user-import-report.html',
  styleUrl: './user-import-report.css',
})
export class UserImportReport {
  readonly report = input.required<Report>();

  protected readonly messages = userImportMessages;
  protected readonly summary = computed(() => {
    const { added, updated, unchanged, isDryRun } = this.report();
    return (isDryRun ? userImportMessages.plan : userImportMessages.done)(added, updated, unchanged);
  });
}
