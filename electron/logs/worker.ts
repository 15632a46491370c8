/** The thread that reads logs. Told a part, it tells what the part says; bytes read and "stop" go through shared memory. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Part } from './scan';
import { PartScan } from './scan';

const shared = workerData as { readonly stop: Int32Array; readonly bytes: BigInt64Array };

function scan(part: Part): unknown {
  const reader = new PartScan(part);
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

parentPort?.on('message', (part: Part) => {
  try {
    parentPort?.postMessage({ result: scan(part) });
  } catch (error) {
    parentPort?.postMessage({ error: (error as NodeJS.ErrnoException).code ?? String(error).slice(0, 200) });
  }
});
