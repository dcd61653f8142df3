import type { Random } from '../random.js';
import type { Scene } from './media-urls.js';
import { circle, gradient, hsl, path, rect, ridge } from './svg.js';

/** What a painter of a scene gets: its canvas is always `w` by `h`, whatever size is asked for. */
interface Canvas {
  readonly random: Random;
  readonly w: number;
  readonly h: number;
}

interface Painting {
  readonly defs: string;
  readonly body: string;
}

interface Light {
  readonly sky: readonly [string, string, string];
  readonly sun: string;
  /** Hue and lightness of what lies far away; nearer is darker. */
  readonly hue: number;
  readonly far: number;
}

const LIGHTS: readonly Light[] = [
  { sky: ['#f7c59f', '#f4a28c', '#cf6f80'], sun: '#fff1d6', hue: 335, far: 58 },
  { sky: ['#8ec5e8', '#c4e1ef', '#f6ecd9'], sun: '#fffdf4', hue: 205, far: 66 },
  { sky: ['#41537f', '#8b6c9c', '#f2a98f'], sun: '#ffd9b0', hue: 255, far: 48 },
  { sky: ['#5fa8a0', '#a9d2bd', '#f3ebc9'], sun: '#fffbe6', hue: 168, far: 56 },
  { sky: ['#b7c3d0', '#d5dbe0', '#efeae4'], sun: '#ffffff', hue: 212, far: 68 },
  { sky: ['#ffd98a', '#fdb97b', '#f28b74'], sun: '#fff7df', hue: 18, far: 62 },
];

const sky = (light: Light) => gradient('sky', light.sky);
const backdrop = ({ w, h }: Canvas) => rect(0, 0, w, h, 'url(#sky)');

/** A sun with a soft ring around it. */
function sun(x: number, y: number, r: number, color: string): string {
  const glow = [3.2, 2.1, 1.5].map((k) => circle(x, y, r * k, color, ' opacity=".16"'));
  return glow.join('') + circle(x, y, r, color);
}

const heights = (random: Random, count: number, from: number, to: number) =>
  Array.from({ length: count }, () => random.between(from, to));

function mountains(canvas: Canvas): Painting {
  const { random, w, h } = canvas;
  const light = random.pick(LIGHTS);
  const layers = Array.from({ length: 5 }, (_, i) => {
    const top = h * (0.34 + i * 0.13);
    const line = heights(random, 9 - i, top - h * 0.13, top + h * 0.07);
    return path(ridge(line, w, h), hsl(light.hue + i * 6, 24 + i * 5, light.far - i * 11));
  });
  const body =
    backdrop(canvas) + sun(w * random.between(0.2, 0.8), h * 0.26, h * 0.055, light.sun) + layers.join('');
  return { defs: sky(light), body };
}

function sea(canvas: Canvas): Painting {
  const { random, w, h } = canvas;
  const light = random.pick(LIGHTS);
  const horizon = h * random.between(0.48, 0.6);
  const x = w * random.between(0.3, 0.7);
  const water = gradient('water', [hsl(light.hue, 34, light.far), hsl(light.hue - 14, 44, light.far - 32)]);
  const glints = Array.from({ length: 26 }, () => {
    const depth = random.next() ** 1.6;
    const length = w * (0.02 + depth * 0.13);
    const y = horizon + 6 + depth * (h - horizon);
    const at = x - length / 2 + random.between(-1, 1) * w * (0.03 + depth * 0.3);
    return rect(at, y, length, 1.5 + depth * 4, light.sun, ` rx="3" opacity="${depth > 0.5 ? 0.22 : 0.4}"`);
  });
  const coast = path(
    ridge([horizon, horizon - h * 0.05, horizon - h * 0.02, horizon, horizon, horizon], w, horizon + 2),
    hsl(light.hue, 24, light.far - 14),
  );
  const boat = random.chance(0.6) ? sail(w * random.between(0.15, 0.85), horizon + h * 0.04, h * 0.1) : '';
  const body =
    backdrop(canvas) +
    sun(x, horizon - h * random.between(0.02, 0.2), h * 0.06, light.sun) +
    coast +
    rect(0, horizon, w, h - horizon, 'url(#water)') +
    glints.join('') +
    boat;
  return { defs: sky(light) + water, body };
}

const sail = (x: number, y: number, size: number) =>
  path(`M${x} ${y}V${y - size}L${x + size * 0.5} ${y - size * 0.12}H${x}Z`, '#fffaf0') +
  path(`M${x - 4} ${y}V${y - size * 0.8}L${x - size * 0.3} ${y - size * 0.1}H${x - 4}Z`, '#f3e3d0') +
  path(
    `M${x - size * 0.36} ${y}H${x + size * 0.56}L${x + size * 0.4} ${y + size * 0.14}H${x - size * 0.22}Z`,
    '#4d3b45',
  );

function houses(canvas: Canvas, light: Light, lit: number): string {
  const { random, w, h } = canvas;
  let body = '';
  for (let layer = 0; layer < 3; layer += 1) {
    const color = hsl(light.hue + layer * 8, 20 + layer * 5, light.far - 6 - layer * 15);
    for (let x = -20; x < w;) {
      const width = random.between(46, 110) * (0.8 + layer * 0.25);
      const top = h * (0.34 + layer * 0.16) + random.between(-0.12, 0.1) * h;
      body += rect(x, top, width + 1, h - top, color);
      if (random.chance(0.4)) body += rect(x + width * 0.6, top - 16, 10, 18, color);
      for (let row = top + 16; layer > 0 && row < h - 20; row += 26) {
        for (let column = x + 12; column < x + width - 14; column += 22) {
          if (random.chance(lit)) body += rect(column, row, 9, 13, '#ffe0a3', ' rx="1.5" opacity=".85"');
        }
      }
      x += width;
    }
  }
  return body;
}

function city(canvas: Canvas): Painting {
  const { random, w, h } = canvas;
  const light = random.pick(LIGHTS);
  const body =
    backdrop(canvas) +
    sun(w * random.between(0.15, 0.85), h * 0.28, h * 0.07, light.sun) +
    houses(canvas, light, 0.22);
  return { defs: sky(light), body };
}

function night(canvas: Canvas): Painting {
  const { random, w, h } = canvas;
  const light: Light = { sky: ['#0e1430', '#27305f', '#6a5a8c'], sun: '#fdf3d8', hue: 236, far: 27 };
  const stars = Array.from({ length: 90 }, () =>
    circle(random.next() * w, random.next() * h * 0.6, random.between(0.6, 2), '#fff', ' opacity=".75"'),
  );
  const moon = sun(w * random.between(0.2, 0.8), h * 0.2, h * 0.05, light.sun);
  const hills = [0.62, 0.72].map((top, i) =>
    path(ridge(heights(random, 6, h * (top - 0.1), h * top), w, h), hsl(light.hue, 34, light.far - i * 9)),
  );
  const ground = random.chance(0.5) ? houses(canvas, light, 0.4) : hills.join('');
  return { defs: sky(light), body: backdrop(canvas) + stars.join('') + moon + ground };
}

function forest(canvas: Canvas): Painting {
  const { random, w, h } = canvas;
  const hue = random.pick([118, 148, 165, 38]);
  const light: Light = {
    sky: [hsl(hue, 22, 84), hsl(hue, 26, 76), hsl(hue, 22, 88)],
    sun: '#fffdf0',
    hue,
    far: 64,
  };
  const layers = Array.from({ length: 4 }, (_, layer) => {
    const color = hsl(hue + layer * 4, 24 + layer * 6, light.far - layer * 14);
    const size = h * (0.22 + layer * 0.12);
    const ground = h * (0.62 + layer * 0.13);
    let trees = '';
    for (let x = random.between(-30, 0); x < w + 30; x += size * random.between(0.2, 0.4))
      trees += fir(x, ground, size * random.between(0.7, 1.15), color);
    return trees + rect(0, ground - 2, w, h, color);
  });
  return {
    defs: sky(light),
    body: backdrop(canvas) + sun(w * 0.7, h * 0.24, h * 0.05, light.sun) + layers.join(''),
  };
}

function fir(x: number, y: number, size: number, color: string): string {
  const half = size * 0.19;
  const tier = (top: number, bottom: number, k: number) =>
    `M${Math.round(x)} ${Math.round(y - size * top)}L${Math.round(x + half * k)} ${Math.round(y - size * bottom)}H${Math.round(x - half * k)}Z`;
  return path(tier(1, 0.55, 0.65) + tier(0.78, 0.28, 0.85) + tier(0.5, 0, 1), color);
}

function field(canvas: Canvas): Painting {
  const { random, w, h } = canvas;
  const light = random.pick(LIGHTS.slice(1, 4));
  const hue = random.pick([46, 58, 88]);
  const hills = Array.from({ length: 4 }, (_, i) =>
    path(
      ridge(heights(random, 5, h * (0.46 + i * 0.12), h * (0.54 + i * 0.13)), w, h),
      hsl(hue + i * 7, 48, 70 - i * 10),
    ),
  );
  const flowers = Array.from({ length: 60 }, () => {
    const depth = random.next();
    const color = random.pick(['#f6c445', '#f29f3d', '#fff3c4']);
    return circle(random.next() * w, h * (0.8 + depth * 0.2), 2 + depth * 7, color);
  });
  const x = w * random.between(0.2, 0.8);
  const tree =
    rect(x - 5, h * 0.42, 10, h * 0.16, '#5b4636') +
    circle(x, h * 0.38, h * 0.1, hsl(hue + 40, 34, 38)) +
    circle(x + h * 0.07, h * 0.42, h * 0.07, hsl(hue + 40, 34, 43));
  const body =
    backdrop(canvas) +
    sun(w * 0.8, h * 0.2, h * 0.06, light.sun) +
    (hills[0] ?? '') +
    tree +
    hills.slice(1).join('') +
    flowers.join('');
  return { defs: sky(light), body };
}

function abstract({ random, w, h }: Canvas): Painting {
  const hue = random.int(0, 359);
  const shapes = Array.from({ length: 9 }, () => {
    const r = h * random.between(0.1, 0.46);
    const color = hsl(hue + random.pick([0, 24, 48, 180]), random.between(46, 68), random.between(46, 78));
    const [x, y] = [random.next() * w, random.next() * h];
    return random.chance(0.6)
      ? circle(x, y, r, color, ' opacity=".72"')
      : rect(
          x - r,
          y - r / 2,
          r * 2,
          r,
          color,
          ` rx="${Math.round(r / 2)}" opacity=".7" transform="rotate(${random.int(-45, 45)} ${Math.round(x)} ${Math.round(y)})"`,
        );
  });
  const defs = gradient('sky', [hsl(hue, 50, 88), hsl(hue + 30, 56, 74)]);
  return { defs, body: rect(0, 0, w, h, 'url(#sky)') + shapes.join('') };
}

function track(canvas: Canvas): Painting {
  const { random, w, h } = canvas;
  const light = random.pick(LIGHTS);
  const horizon = h * 0.44;
  const vanish = w * random.between(0.35, 0.65);
  const lanes = Array.from({ length: 7 }, (_, i) => {
    const at = (side: number) => Math.round(w * (-0.35 + ((i + side * 0.035) * 1.7) / 6));
    return path(
      `M${Math.round(vanish)} ${Math.round(horizon)}L${at(0)} ${h}H${at(1)}Z`,
      '#fff',
      ' opacity=".85"',
    );
  });
  const trees = path(
    ridge(heights(random, 16, horizon - h * 0.12, horizon - h * 0.03), w, horizon + 4),
    hsl(135, 24, 40),
  );
  const body =
    backdrop(canvas) +
    sun(w * 0.22, h * 0.17, h * 0.06, light.sun) +
    trees +
    rect(0, horizon, w, h, hsl(96, 34, 46)) +
    path(`M${vanish} ${horizon}L${w * 1.4} ${h}H${-w * 0.4}Z`, hsl(random.pick([8, 14, 205]), 52, 52)) +
    lanes.join('');
  return { defs: sky(light), body };
}

function cup({ random, w, h }: Canvas): Painting {
  const hue = random.int(0, 359);
  const wall = gradient('sky', [hsl(hue, 28, 86), hsl(hue, 26, 76)]);
  const table = h * 0.66;
  const x = w * random.between(0.38, 0.6);
  const size = h * 0.15;
  const china = hsl(hue + 180, 42, 56);
  const steam = [-0.35, 0.05, 0.4].map((k) => {
    const at = x + size * k;
    const d = `M${at} ${table - size * 1.7}q${size * 0.2} ${-size * 0.35} 0 ${-size * 0.7}t0 ${-size * 0.7}`;
    return path(d, 'none', ' stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".5"');
  });
  const body =
    rect(0, 0, w, h, 'url(#sky)') +
    rect(w * 0.08, h * 0.08, w * 0.26, h * 0.42, '#fff8e8', ' rx="6" opacity=".75"') +
    rect(w * 0.205, h * 0.08, w * 0.01, h * 0.42, hsl(hue, 28, 80)) +
    rect(0, table, w, h - table, hsl(28, 38, 58)) +
    rect(0, table, w, 8, hsl(28, 40, 66)) +
    `<ellipse cx="${x}" cy="${table + 22}" rx="${size * 1.7}" ry="${size * 0.26}" fill="#fff7ec"/>` +
    path(
      `M${x - size} ${table - size * 1.3}H${x + size}C${x + size} ${table - size * 0.2} ${x + size * 0.6} ${table + 16} ${x} ${table + 16}S${x - size} ${table - size * 0.2} ${x - size} ${table - size * 1.3}Z`,
      china,
    ) +
    `<ellipse cx="${x}" cy="${table - size * 1.3}" rx="${size}" ry="${size * 0.2}" fill="#4b2e20"/>` +
    path(
      `M${x + size * 0.9} ${table - size * 1.05}q${size * 0.75} 0 ${size * 0.55} ${size * 0.5}t${-size * 0.75} ${size * 0.35}`,
      'none',
      ` stroke="${china}" stroke-width="${size * 0.17}"`,
    ) +
    steam.join('');
  return { defs: wall, body };
}

const painters: Readonly<Record<Scene, (canvas: Canvas) => Painting>> = {
  mountains,
  sea,
  city,
  night,
  forest,
  field,
  abstract,
  track,
  cup,
};

export function paint(scene: string, canvas: Canvas): Painting {
  const painter = Object.hasOwn(painters, scene) ? painters[scene as Scene] : abstract;
  return painter(canvas);
}
