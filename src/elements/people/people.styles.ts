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
    /* White on this lightness is 4.5:1 or more in every hue. */
    background: oklch(0.5 0.11 var(--_hue));
    color: #fff;
    font-weight: 650;
    line-height: 1;
    user-select: none;
    forced-color-adjust: none;
  }
  .avatar::before {
    content: attr(data-initial);
  }
  .avatar img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    background: var(--_inset);
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
