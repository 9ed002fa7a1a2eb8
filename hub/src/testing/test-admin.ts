import type { SettingValueInput } from '@tournee/graphql';
import { codeOf, type GraphqlAnswer, type TestHub } from './test-hub.ts';

/** Answers what a field said; throws what it refused. */
export function dataOf<Data>(answer: GraphqlAnswer, field: string, _shape?: Data): Data {
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  const data: Data = answer.data[field] as never;
  return data;
}

/** A call that must be refused: its code and the field at fault. */
export function refusalOf(answer: GraphqlAnswer): { code: string | null; field: unknown } {
  return { code: codeOf(answer), field: answer.errors?.[0]?.extensions['field'] };
}

const UPDATE = `mutation ($changes: [SettingValueInput!]!) { updateSettings(changes: $changes) { name value } }`;

export function updateSettings(
  test: TestHub,
  token: string,
  changes: SettingValueInput[],
): Promise<GraphqlAnswer> {
  return test.query(UPDATE, { changes }, token);
}

/** Fulfilled when the condition holds; rejected when it does not in time. */
export async function eventually(condition: () => Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('what was waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
