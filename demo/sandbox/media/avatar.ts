import type { Random } from '../random.js';
import { circle, gradient, hsl, path, rect } from './svg.js';

const SKIN = ['#f3d0b5', '#e8b894', '#c98f67', '#8d5a3c', '#f7dcc6'];
const HAIR = ['#2f2522', '#5a3a28', '#8a5a33', '#c79a5b', '#8f8a86', '#b5482f'];

const hair: Readonly<
  Record<'m' | 'f', readonly ((color: string) => readonly [back: string, front: string])[]>
> = {
  m: [
    (color) => ['', path('M30 44C30 22 70 20 70 44C66 34 56 32 50 32S34 34 30 44Z', color)],
    (color) => [
      '',
      path('M29 46C26 18 62 14 70 30C72 36 71 42 70 46C68 38 62 34 52 35C42 36 34 32 29 46Z', color),
    ],
    (color) => ['', path('M28 38H76V34C72 16 30 14 29 34Z', color) + rect(60, 33, 20, 5, color, ' rx="2.5"')],
  ],
  f: [
    (color) => [
      path('M26 46C24 16 76 16 74 46V76H26Z', color),
      path('M29 44C32 24 68 24 71 44C60 38 52 34 46 32C42 38 36 42 29 44Z', color),
    ],
    (color) => [
      circle(50, 17, 10, color),
      path('M29 45C28 20 72 20 71 45C66 34 58 32 50 32S34 34 29 45Z', color),
    ],
    (color) => [
      path('M27 48C22 14 78 14 73 48C74 60 66 62 66 62H34C34 62 26 60 27 48Z', color),
      path('M30 42C34 26 66 26 70 42Z', color),
    ],
  ],
};

/** A friendly face on a 100 by 100 canvas; no two alike, no letters. */
export function face(look: 'm' | 'f', random: Random): { defs: string; body: string } {
  const hue = random.int(0, 359);
  const skin = random.pick(SKIN);
  const color = random.pick(HAIR);
  const [back, front] = random.pick(hair[look])(color);
  const shirt = hsl(hue + random.pick([150, 180, 210]), 42, random.between(42, 62));
  const beard =
    look === 'm' && random.chance(0.35)
      ? path('M31 52C31 76 69 76 69 52C62 60 56 57 50 57S38 60 31 52Z', color)
      : '';
  const glasses = random.chance(0.25)
    ? glass(42) + glass(58) + path('M47 47.5h6', 'none', ' stroke="#3a3230" stroke-width="1.6"')
    : '';
  const body =
    rect(0, 0, 100, 100, 'url(#sky)') +
    back +
    path('M12 104C12 80 30 74 50 74S88 80 88 104Z', shirt) +
    rect(42, 60, 16, 20, skin, ' rx="8"') +
    `<ellipse cx="50" cy="48" rx="20" ry="23" fill="${skin}"/>` +
    beard +
    front +
    circle(42, 48, 2, '#332b29') +
    circle(58, 48, 2, '#332b29') +
    path('M43 58q7 6 14 0', 'none', ' stroke="#8c3f36" stroke-width="2.2" stroke-linecap="round"') +
    glasses;
  return { defs: gradient('sky', [hsl(hue, 58, 84), hsl(hue + 30, 52, 68)]), body };
}

const glass = (x: number) => circle(x, 48, 5.6, 'none', ' stroke="#3a3230" stroke-width="1.6"');

/** Something like a badge for a group. */
export function emblem(random: Random): { defs: string; body: string } {
  const hue = random.int(0, 359);
  const petals = random.int(5, 9);
  const petal = (i: number) =>
    `<ellipse cx="50" cy="31" rx="${36 / petals + 4}" ry="19" fill="${hsl(hue + 40, 74, 86)}" opacity=".8" transform="rotate(${Math.round((360 / petals) * i)} 50 50)"/>`;
  const body =
    rect(0, 0, 100, 100, 'url(#sky)') +
    Array.from({ length: petals }, (_, i) => petal(i)).join('') +
    circle(50, 50, 11, hsl(hue + 190, 62, 60));
  return { defs: gradient('sky', [hsl(hue, 54, 52), hsl(hue + 34, 58, 40)]), body };
}
