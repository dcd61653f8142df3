import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePunycode } from '../../../src/model/punycode.js';

describe('punycode', () => {
  // RFC 3492, section 7.1.
  it.each([
    ['egbpdaj6bu4bxfgehfvwxn', 'ليهمابتكلموشعربي؟'],
    ['ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
    ['ihqwctvzc91f659drss3x8bo0yb', '他們爲什麽不說中文'],
    ['Proprostnemluvesky-uyb24dma41a', 'Pročprostěnemluvíčesky'],
    ['4dbcagdahymbxekheh6e0a7fei0b', 'למההםפשוטלאמדבריםעברית'],
    ['i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd', 'यहलोगहिन्दीक्योंनहींबोलसकतेहैं'],
    ['n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa', 'なぜみんな日本語を話してくれないのか'],
    ['b1abfaaepdrnnbgefbaDotcwatmq2g4l', 'почемужеонинеговорятпорусски'],
    ['PorqunopuedensimplementehablarenEspaol-fmd56a', 'PorquénopuedensimplementehablarenEspañol'],
    ['3B-ww4c5e180e575a65lsy2b', '3年B組金八先生'],
    ['-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n', '安室奈美恵-with-SUPER-MONKEYS'],
    ['Hello-Another-Way--fc4qua05auwb3674vfr0b', 'Hello-Another-Way-それぞれの場所'],
    ['2-u9tlzr9756bt3uc0v', 'ひとつ屋根の下2'],
    ['MajiKoi5-783gue6qz075azm5e', 'MajiでKoiする5秒前'],
    ['de-jg4avhby1noc0d', 'パフィーdeルンバ'],
    ['d9juau41awczczp', 'そのスピードで'],
    ['-> $1.00 <--', '-> $1.00 <-'],
  ])('decodes %s', (input, want) => {
    expect(decodePunycode(input)).toBe(want);
  });

  it('never hangs, and throws at most a RangeError, over a label of any 63 characters', () => {
    const label = fc.oneof(
      fc.string({ maxLength: 63 }),
      fc.string({ unit: fc.constantFrom(...'az09-é'), maxLength: 63 }),
    );
    fc.assert(
      fc.property(label, (input) => {
        try {
          decodePunycode(input);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });

  it('turns back whatever the URL parser encoded', () => {
    const letter = fc.constantFrom(...'абвгдежзийклмнпрстуфхцчшщэюяёœßüøæáčřðþ日本語中文가나다한국');
    const label = fc.array(fc.oneof(letter, fc.constantFrom(...'abc019')), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(label, (letters) => {
        const word = `я${letters.join('')}`;
        const { hostname } = new URL(`https://${word}.test`);
        expect(decodePunycode(hostname.slice(4, -5))).toBe(word.normalize('NFKC').toLowerCase());
      }),
    );
  });
});
