// What marks the words that something hangs on, in one piece: no text without such words brings it along.
export { showMarks } from '#lib/ui/passages/shown-marks.ts';
export { drawnMark, LAYER } from './drawn-mark.ts';
