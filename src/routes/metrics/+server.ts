import { readMetrics } from '#server/metrics.ts';
import { text } from '../api/v1/door.ts';
import type { RequestHandler } from './$types';

/** For a program that looks after the installation: with an administrator's token, as below `/api`. */
export const GET: RequestHandler = (event) => text(event, readMetrics);
