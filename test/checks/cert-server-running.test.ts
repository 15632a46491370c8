import { tableOf } from '../helpers/table';
import { cases } from './cert-server-running.cases';

tableOf('cert-server-running', cases);
