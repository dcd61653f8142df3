import { afterEach, describe, expect, it, vi } from 'vitest';
import { FRAME_HOSTS, toPlayer } from '../../../src/model/player.js';
import { toLinkUrl } from '../../../src/model/safe-url.js';

const youTube = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ';
const vimeo = 'https://player.vimeo.com/video/76979871?dnt=1';

const playerOf = (address: string) => {
  const link = toLinkUrl(address);
  return link && toPlayer(link);
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a player behind an address', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL1', youTube],
    ['https://youtube.com/watch?list=PL1&v=dQw4w9WgXcQ', youTube],
    ['http://m.youtube.com/watch?v=dQw4w9WgXcQ', youTube],
    ['https://music.youtube.com/watch?v=dQw4w9WgXcQ', youTube],
    ['https://youtu.be/dQw4w9WgXcQ?t=1m2s', youTube],
    ['youtu.be/dQw4w9WgXcQ', youTube],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', youTube],
    ['https://www.youtube.com/embed/dQw4w9WgXcQ?autoplay=1', youTube],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', youTube],
    ['https://vimeo.com/76979871', vimeo],
    ['https://vimeo.com/76979871/8272103f6e', `${vimeo}&h=8272103f6e`],
    ['https://player.vimeo.com/video/76979871?h=8272103f6e&autoplay=1', `${vimeo}&h=8272103f6e`],
    ['https://player.vimeo.com/video/76979871?h=%22onload', vimeo],
    ['http://my.mail.ru/video/embed/123456', 'https://my.mail.ru/video/embed/123456'],
    [
      'http://videoapi.my.mail.ru/videos/embed/mail/a.user-1/_myvideo/12.html?autoplay=1',
      'https://videoapi.my.mail.ru/videos/embed/mail/a.user-1/_myvideo/12.html',
    ],
  ])('M01 %s is a frame', (input, src) => {
    expect(playerOf(input)).toEqual({ type: 'frame', src });
    expect(FRAME_HOSTS).toContain(new URL(src).hostname);
    expect(playerOf(src)).toEqual({ type: 'frame', src });
  });

  it.each([
    ['M02', 'https://youtube.com.evil.test/watch?v=dQw4w9WgXcQ'],
    ['M02', 'https://evil.test/?u=youtube.com/watch?v=dQw4w9WgXcQ'],
    ['M02', 'https://evilyoutube.com/watch?v=dQw4w9WgXcQ'],
    ['M02', 'https://youtube.com@evil.test/watch?v=dQw4w9WgXcQ'],
    ['M03', 'https://www.youtube.com/watch?v=../../evil'],
    ['M03', 'https://www.youtube.com/embed/../../evil'],
    ['M03', 'https://www.youtube.com/watch?v=abc"onload='],
    ['M03', 'https://www.youtube.com/watch?v=a&autoplay=1&x='],
    ['M03', 'https://www.youtube.com/watch?v=dQw4%26start%3D1'],
    ['M03', 'https://youtu.be/dQw4w9WgXc'],
    ['M03', 'https://youtu.be/dQw4w9WgXcQQ'],
    ['M03', 'https://www.youtube.com/user/dQw4w9WgXcQ'],
    ['M03', 'https://www.youtube.com/'],
    ['M04', 'https://vimeo.com/1e9'],
    ['M04', 'https://vimeo.com/-1'],
    ['M04', 'https://vimeo.com/abc'],
    ['M04', 'https://vimeo.com/1234567890123'],
    ['M04', 'https://vimeo.com/76979871/zzz'],
    ['M05', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ['M05', '<object data="https://evil.test"></object>'],
    ['M05', '<embed src="https://evil.test">'],
    ['M06', 'https://my.mail.ru/apps/1'],
    ['M06', 'https://my.mail.ru/video/embed/1/../../../apps/1'],
    ['M06', 'https://videoapi.my.mail.ru/videos/embed/mail/x/1.html/evil'],
    ['M06', 'https://videoapi.my.mail.ru/videos/embed/%2e%2e/%2e%2e/1.html'],
    ['M07', 'javascript:alert(1)//a.mp4'],
    ['M07', 'data:video/mp4;base64,AAAA.mp4'],
    ['M07', 'https://10.0.0.1/a.mp4'],
    ['M07', 'https://a.test/a.mp4.html'],
    ['', ''],
  ])('%s %s is none', (_id, input) => {
    expect(playerOf(input)).toBeUndefined();
  });

  it.each([
    ['http://a.test/v.mp4?x=1', 'https://a.test/v.mp4?x=1'],
    ['https://a.test/v.WEBM', 'https://a.test/v.WEBM'],
    ['https://a.test/v.ogv#t=3', 'https://a.test/v.ogv#t=3'],
  ])('%s is a file', (input, src) => {
    expect(playerOf(input)).toEqual({ type: 'file', src });
  });

  it('M06 is never framed on the page of its own origin', () => {
    vi.stubGlobal('location', { origin: 'https://my.mail.ru' });
    expect(playerOf('https://my.mail.ru/video/embed/1')).toBeUndefined();
    expect(playerOf('https://youtu.be/dQw4w9WgXcQ')).toEqual({ type: 'frame', src: youTube });
  });
});
