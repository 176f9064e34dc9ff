import { css } from 'lit'

/** Looks of the wallet. */
export const wallet = css`
  :host {
    container-type: inline-size;
    min-inline-size: 240px;
    max-inline-size: 460px;
  }
  .view {
    gap: 16px;
  }
  .mark {
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 12px;
    background: var(--_fill);
    color: var(--_on-fill);
    font-weight: 700;
    font-size: 1.125em;
    overflow: hidden;
    flex: none;
  }
  .mark img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .skeleton .mark {
    border-radius: 12px;
  }
  .balance {
    line-height: 1.1;
    margin-block: 2px -6px;
  }
  .figure {
    font-size: clamp(2.25rem, 13cqi, 3rem);
    font-weight: 700;
    letter-spacing: -0.02em;
  }
  .notice > span {
    display: flex;
    align-items: center;
    gap: 8px;
    max-inline-size: max-content;
  }
  .notice svg {
    inline-size: 1.125em;
    block-size: 1.125em;
  }
  .notice.urgent {
    color: var(--_warning);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 1px;
    border-radius: 12px;
    overflow: hidden;
    background: var(--_line);
    border: 1px solid var(--_line);
  }
  .facts > div {
    background: var(--_surface);
    padding: 10px 12px;
    min-inline-size: 0;
  }
  .activity > .fine {
    margin-block-end: 4px;
  }
  .stack {
    display: grid;
  }
  .stack > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  .none {
    align-self: center;
    text-align: center;
    z-index: 1;
  }
  ul {
    list-style: none;
  }
  li.row {
    padding-block: 8px;
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  .view:not(.skeleton) li.spare {
    visibility: hidden;
  }
  .dot {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    background: var(--_soft);
    color: var(--_muted);
    flex: none;
  }
  .dot svg {
    inline-size: 18px;
    block-size: 18px;
  }
  .dot.plus {
    background: var(--_tint);
    color: var(--_ink);
  }
  .skeleton .dot {
    border-radius: 50%;
  }
  .plastic {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 8px 14px;
    border: 0;
    border-radius: 12px;
    background: var(--_soft);
    text-align: start;
  }
  button.plastic {
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  .digits {
    text-align: end;
    letter-spacing: 0.04em;
  }
  /* Scanners want dark on light, so the card is paper in every theme. */
  dialog {
    inline-size: min(340px, calc(100vw - 48px));
    padding: 28px 24px 20px;
    border: 0;
    border-radius: 24px;
    background: #fff;
    color: #15171c;
    color-scheme: light;
    text-align: center;
    box-shadow: 0 24px 64px rgb(0 0 0 / 30%);
  }
  dialog[open] {
    display: grid;
    gap: 4px;
    justify-items: center;
  }
  dialog::backdrop {
    background: rgb(10 12 16 / 60%);
  }
  .code {
    inline-size: 100%;
    max-inline-size: 240px;
    block-size: auto;
    aspect-ratio: 1;
    forced-color-adjust: none;
    background: #fff;
  }
  .digits-big {
    font-size: 1.25em;
    font-weight: 600;
    letter-spacing: 0.06em;
  }
  dialog .fine {
    color: #5b6270;
  }
  dialog .button {
    inline-size: 100%;
    margin-block-start: 14px;
    background: #f4f5f7;
    color: inherit;
  }
  .skeleton .plastic [data-value] {
    background: var(--_line);
  }
  @media (forced-colors: active) {
    .facts,
    .plastic,
    .mark,
    .dot {
      border: 1px solid CanvasText;
    }
  }
`
