import type { ShellBridge } from '../../ipc/contract.ts';
import { startHubAddressForm } from './hub-address-form.ts';

const { shell } = window as unknown as { shell: ShellBridge };
await startHubAddressForm(document, shell.hubAddress);
