import { css } from 'lit'

/** Styles of `<artel-wallet>`. */
export const walletStyles = css`
  :host {
    container-type: inline-size;
    min-width: 240px;
    max-width: 460px;
  }
  .view {
    gap: 16px;
  }
  .mark {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 12px;
    background: var(--_fill);
    color: var(--_on-fill);
    font-weight: 700;
    font-size: 1.125em;
    overflow: hidden;
    flex: none;
  }
  .mark img {
    width: 100%;
    height: 100%;
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
    max-width: max-content;
  }
  .notice svg {
    width: 1.125em;
    height: 1.125em;
  }
  .notice.urgent {
    color: var(--_warning);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(3, auto);
    gap: 1px;
    border-radius: 12px;
    overflow: hidden;
    background: var(--_line);
    border: 1px solid var(--_line);
  }
  .facts > div {
    background: var(--_surface);
    padding: 10px 12px;
    min-width: 0;
  }
  .activity > .fine {
    margin-bottom: 4px;
  }
  .stack {
    display: grid;
  }
  .stack > * {
    grid-area: 1 / 1;
    min-width: 0;
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
    border-top: 1px solid var(--_line);
  }
  .view:not(.skeleton) li.spare {
    visibility: hidden;
  }
  .dot {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border-radius: 50%;
    background: var(--_soft);
    color: var(--_muted);
    flex: none;
  }
  .dot svg {
    width: 18px;
    height: 18px;
  }
  .dot.plus {
    background: var(--_tint);
    color: var(--_ink);
  }
  .skeleton .dot {
    border-radius: 50%;
  }
  .plastic {
    width: 100%;
    min-height: 48px;
    padding: 8px 14px;
    border: 0;
    border-radius: 12px;
    background: var(--_soft);
    text-align: start;
  }
  button.plastic {
    cursor: pointer;
  }
  .digits {
    text-align: end;
  }
  /* Scanners need dark on light, so the card is white in every theme. */
  dialog {
    width: min(340px, calc(100vw - 48px));
    padding: 28px 24px 20px;
    border: 0;
    border-radius: 24px;
    background: var(--_surface);
    color: var(--_text);
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
    width: 100%;
    max-width: 240px;
    height: auto;
    aspect-ratio: 1;
    forced-color-adjust: none;
    background: #fff;
  }
  .digits-big {
    font-size: 1.25em;
    font-weight: 600;
    letter-spacing: 0.06em;
  }
  dialog .button {
    width: 100%;
    margin-top: 14px;
  }
  .skeleton .plastic [data-value] {
    background: var(--_line);
  }
  /* On narrow screens the number needs the space of its label, which stays for screen readers. */
  @container (max-width: 380px) {
    .plastic .fine {
      position: absolute;
      width: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container (max-width: 300px) {
    .facts > div {
      padding: 8px 6px;
      font-size: 0.9375em;
    }
    .plastic {
      padding-inline: 10px;
      gap: 8px;
    }
    .digits {
      font-size: 0.875em;
    }
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
