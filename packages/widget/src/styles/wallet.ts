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
    background: var(--_soft);
    border-radius: 12px;
    padding: 10px 14px;
    min-block-size: 44px;
  }
  .digits {
    text-align: end;
    letter-spacing: 0.04em;
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
