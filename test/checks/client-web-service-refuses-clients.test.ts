import { tableOf } from '../helpers/table';
import { cases } from './client-web-service-refuses-clients.cases';

tableOf('client-web-service-refuses-clients', cases);
