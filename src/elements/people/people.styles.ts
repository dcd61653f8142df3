import { css } from 'lit';

export const peopleStyles = css`
  .avatar {
    position: relative;
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: var(--_avatar);
    block-size: var(--_avatar);
    overflow: hidden;
    border-radius: 50%;
    color: #fff;
    font-weight: 650;
    line-height: 1;
    user-select: none;
    forced-color-adjust: none;
  }
  .avatar img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    background: var(--_inset);
  }
  /* White on each of these is 4.5:1 or more. */
  .tint-0 {
    background: #3652c9;
  }
  .tint-1 {
    background: #b02a5b;
  }
  .tint-2 {
    background: #17795a;
  }
  .tint-3 {
    background: #a34a0c;
  }
  .tint-4 {
    background: #6a3fc4;
  }
  .tint-5 {
    background: #1c6f96;
  }
  .tint-6 {
    background: #8a5a00;
  }
  .tint-7 {
    background: #5b6470;
  }

  .people {
    display: grid;
    gap: 8px;
    margin: 8px 0 0;
    padding: 10px 12px;
    border-radius: var(--_radius-inner);
    background: var(--_inset);
    list-style: none;
  }
  .people li {
    display: flex;
    gap: 10px;
    align-items: center;
    min-inline-size: 0;
  }
  .people span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .people small {
    display: block;
  }
`;
