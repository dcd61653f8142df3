import { Random } from '../random.js';

const RATE = 8000;
const NOTE_SECONDS = 0.5;
const NOTES = 6;
/** Pentatonic, so that whatever comes sounds well. */
const SCALE = [220, 246.94, 277.18, 329.63, 369.99, 440];

/** Three seconds of soft notes as a WAV file (8 bit, mono); the same id always sounds the same. */
export function createTune(id: string): Uint8Array<ArrayBuffer> {
  const random = Random.of(id);
  const perNote = RATE * NOTE_SECONDS;
  const samples = perNote * NOTES;
  const file = new Uint8Array(44 + samples);
  writeHeader(new DataView(file.buffer), samples);
  for (let note = 0; note < NOTES; note += 1) {
    const pitch = random.pick(SCALE);
    for (let i = 0; i < perNote; i += 1) {
      const t = i / RATE;
      const loudness = Math.min(1, t * 40) * Math.exp(-t * 5);
      const wave = Math.sin(2 * Math.PI * pitch * t) + 0.3 * Math.sin(4 * Math.PI * pitch * t);
      file[44 + note * perNote + i] = 128 + Math.round(60 * loudness * wave);
    }
  }
  return file;
}

function writeHeader(view: DataView, samples: number): void {
  const text = (at: number, word: string) => {
    for (const [i, char] of [...word].entries()) view.setUint8(at + i, char.charCodeAt(0));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, samples, true);
}
