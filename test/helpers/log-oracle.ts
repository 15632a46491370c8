/** Other programs that count refusals of a W3C log: mawk by the names in #Fields, lnav by its SQL. */
import { execFileSync } from 'node:child_process';

export const mawkProgram = `
/^#Fields:/ { for (i = 2; i <= NF; i++) column[$i] = i - 1; next }
/^#/ { next }
{ s = column["sc-status"]; u = column["sc-substatus"]; c = column["c-ip"]
  if ($s == 403 && $u == 6) { a = $c; sub(/%.*/, "", a); n[a]++ } }
END { for (a in n) print a, n[a] }`;

const read = (text: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const line of text.split('\n')) {
    const [address, count] = line.replace(/\r$/, '').split(/[ ,\t]+/);
    if (!address || !/^\d+$/.test(count ?? '')) continue;
    const bare = address.replace(/%.*/, '');
    counts[bare] = (counts[bare] ?? 0) + Number(count);
  }
  return counts;
};

export const mawkCounts = (path: string): Record<string, number> => read(execFileSync('mawk', [mawkProgram, path], { encoding: 'utf8', maxBuffer: 1 << 28 }));

const sql = ';SELECT c_ip, count(*) FROM w3c_log WHERE sc_status = 403 AND sc_substatus = 6 GROUP BY c_ip';
export const lnavCounts = (path: string): Record<string, number> =>
  read(execFileSync('lnav', ['-n', '-c', sql, '-c', ':write-csv-to -', path], { encoding: 'utf8', maxBuffer: 1 << 28 }));
