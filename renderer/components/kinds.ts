/** What the pages need to know of an operation by its kind; kinds added later fall under the last line. */
import { previewTexts } from '../../shared/messages/change-pages';
import type { Text } from '../../shared/messages/text';
import type { Operation } from '../../shared/operation';
import { isTrigger, riskOf } from '../../shared/operation';

export { isTrigger, riskOf };

/** Opens more than is needed: never preselected, never the filled button. */
export const isWide = (fix: string): boolean => fix === 'grant-everyone';

export const undoOf = (of: Operation): Text => {
  const { operation, expect } = of;
  if (isTrigger(of)) return previewTexts.undoNothing;
  if (operation.endsWith('.start')) return previewTexts.undoStart;
  if (operation.endsWith('.stop')) return previewTexts.undoStop;
  return expect === 'inherits' ? previewTexts.undoOwn : previewTexts.undoValue;
};

/** The service or pool it acts on; null for a node of IIS. */
export const runsWhat = (operation: Operation): string | null => {
  if ('service' in operation) return operation.service;
  return 'pool' in operation ? String(operation.pool) : null;
};
