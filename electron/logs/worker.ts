/** The thread that reads logs. Told a part, it tells what the part says; bytes read and "stop" go through shared memory. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Part } from './scan';
import { rehearse } from './scan';
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

rehearse();
parentPort?.on('message', (task: Part | TextLog) => {
  try {
    parentPort?.postMessage({ result: scan(task) });
  } catch (error) {
    parentPort?.postMessage({ error: (error as NodeJS.ErrnoException).code ?? String(error).slice(0, 200) });
  }
});
