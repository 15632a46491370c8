/** The thread that reads logs. Told a part, it tells what the part says; bytes read and "stop" go through shared memory. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Part } from './scan';
import type { ToThread } from './seats';
import { scanOf } from './seats';
import type { TextLog } from './text-scan';

const shared = workerData as { readonly stop: Int32Array; readonly bytes: BigInt64Array };

function scan(task: Part | TextLog): unknown {
  const reader = scanOf(task);
  try {
    while (Atomics.load(shared.stop, 0) === 0) {
      const read = reader.step();
      if (read === 0) break;
      Atomics.add(shared.bytes, 0, BigInt(read));
    }
    return reader.result();
  } finally {
    reader.close();
  }
}

/** The log whose bytes are being handed in. */
let fed: ReturnType<typeof scanOf> | null = null;
function answer(told: ToThread): unknown {
  if ('chunk' in told) {
    fed?.take(told.chunk);
    return null;
  }
  if ('end' in told) {
    fed?.finish();
    return fed?.result();
  }
  if (told.path !== null) return scan(told);
  fed = scanOf(told);
  return null;
}

parentPort?.on('message', (told: ToThread) => {
  try {
    parentPort?.postMessage({ result: answer(told) });
  } catch (error) {
    parentPort?.postMessage({ error: (error as NodeJS.ErrnoException).code ?? String(error).slice(0, 200) });
  }
});
