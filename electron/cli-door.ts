/** The door of the command line: loads the file that the command needs, and no other. */
import { createRequire } from 'node:module';

const alone = process.argv[2] === 'logs' && !process.argv.includes('--help') && !process.argv.includes('--version');
createRequire(__filename)(alone ? './cli-logs.cjs' : './cli-all.cjs');
